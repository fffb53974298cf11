package conclave.doctor;

import conclave.config.Config;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Certificates in files. */
final class Certificates {
  private Certificates() {}

  /** The file of what clients are shown. */
  static Path chain(Config config, Path data) {
    return config.tls().certificate().orElse(data.resolve("tls/certificate.pem"));
  }

  /** All of a PEM file, in its order. */
  static List<X509Certificate> read(Path file) throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
          .map(X509Certificate.class::cast)
          .toList();
    }
  }

  /** SHA-256 of the first in that file. */
  static Optional<String> fingerprint(Path file) {
    try {
      List<X509Certificate> all = read(file);
      return all.isEmpty() ? Optional.empty() : fingerprint(all.get(0));
    } catch (IOException | GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  static Optional<String> fingerprint(Certificate one) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(one.getEncoded());
      return Optional.of(HexFormat.of().formatHex(hash));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** Has the second issued the first? */
  static boolean isIssued(X509Certificate one, X509Certificate by) {
    try {
      one.verify(by.getPublicKey());
      return one.getIssuerX500Principal().equals(by.getSubjectX500Principal());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
