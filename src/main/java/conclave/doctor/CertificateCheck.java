package conclave.doctor;

import conclave.config.Config;
import conclave.gateway.ServerCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Is the certificate one that clients can trust, today and next week? */
final class CertificateCheck implements Check {
  private static final String KEY = "tls.certificate";
  private static final int DNS_NAME = 2;

  /** A tool renews when a third is left: with less than that by half, it has failed for long. */
  private static final int PART_LEFT = 6;

  @Override
  public List<Finding> look(Patient patient) {
    Config config = patient.config();
    Path file = Certificates.chain(config, patient.data());
    if (config.tls().certificate().isEmpty() && Files.notExists(file)) {
      return List.of(Finding.ok(KEY, "none: the first start makes a self-signed one"));
    }
    try {
      // With a configured one, and with one that is there, nothing is made.
      ServerCertificate.obtain(config.tls(), patient.data(), config.server().name());
      List<X509Certificate> chain = Certificates.read(file);
      List<Finding> all = new ArrayList<>();
      all.add(expiry(chain.get(0), patient.now()));
      all.add(order(chain));
      all.add(names(chain.get(0), config.server().name()));
      return all;
    } catch (IOException | GeneralSecurityException e) {
      return List.of(
          Finding.problem(
              KEY,
              String.valueOf(e.getMessage()),
              "It needs a PEM chain, and the PEM key of its first certificate without a password,"
                  + " both readable by "
                  + patient.machine().user()));
    }
  }

  private static Finding expiry(X509Certificate leaf, Instant now) {
    Instant begin = leaf.getNotBefore().toInstant();
    Instant end = leaf.getNotAfter().toInstant();
    if (end.isBefore(now)) {
      return Finding.problem(
          KEY, "expired " + end, "Renew it, then conclave reload; nobody is dropped by that");
    }
    if (begin.isAfter(now)) {
      return Finding.problem(KEY, "is not valid before " + begin, "Is the clock right?");
    }
    Duration left = Duration.between(now, end);
    String until = "valid until " + end + ", " + left.toDays() + " days";
    boolean isLate = left.compareTo(Duration.between(begin, end).dividedBy(PART_LEFT)) < 0;
    return isLate
        ? Finding.warning(KEY, until, "Why was it not renewed? See the log of the ACME client")
        : Finding.ok(KEY, until);
  }

  private static Finding order(List<X509Certificate> chain) {
    for (int i = 0; i + 1 < chain.size(); i++) {
      if (!Certificates.isIssued(chain.get(i), chain.get(i + 1))) {
        return Finding.problem(
            KEY,
            "number " + (i + 1) + " in the file was not issued by number " + (i + 2),
            "The server's own comes first, then each one's issuer: take fullchain.pem");
      }
    }
    X509Certificate leaf = chain.get(0);
    if (Certificates.isIssued(leaf, leaf)) {
      return Finding.warning(
          KEY,
          "self-signed: clients must pin it, or be told to trust it",
          "Get one for the name of the server: docs/OPERATIONS.md, \"TLS\"");
    }
    return chain.size() == 1
        ? Finding.warning(
            KEY,
            "the file has the server's own certificate alone",
            "Add its issuers: take fullchain.pem, else some clients can't trust it")
        : Finding.ok(KEY, chain.size() + " certificates, each issued by the next");
  }

  private static Finding names(X509Certificate leaf, String server)
      throws CertificateParsingException {
    List<String> names = new ArrayList<>();
    for (List<?> name :
        Objects.requireNonNullElse(
            leaf.getSubjectAlternativeNames(), (Collection<List<?>>) List.<List<?>>of())) {
      if (Integer.valueOf(DNS_NAME).equals(name.get(0))) {
        names.add(String.valueOf(name.get(1)));
      }
    }
    Optional<String> fits = names.stream().filter(name -> covers(name, server)).findFirst();
    return fits.isPresent()
        ? Finding.ok(KEY, "is for " + server)
        : Finding.warning(
            KEY,
            "is for "
                + (names.isEmpty() ? "no name" : String.join(", ", names))
                + ", not "
                + server,
            "Set server.name to the name that people connect to, or get one for that name");
  }

  private static boolean covers(String pattern, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String covered = pattern.toLowerCase(Locale.ROOT);
    return covered.startsWith("*.")
        ? lower.indexOf('.') > 0 && lower.substring(lower.indexOf('.')).equals(covered.substring(1))
        : covered.equals(lower);
  }
}
