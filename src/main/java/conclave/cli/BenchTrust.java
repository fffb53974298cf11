package conclave.cli;

import conclave.bench.Destination;
import conclave.client.Fingerprint;
import conclave.client.KnownHosts;
import conclave.client.ServerAddress;
import conclave.client.Trust;
import conclave.client.TrustRefused;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** One way to know a server that is measured, in place of the system's and of known ones. */
final class BenchTrust {
  @Option(
      names = "--pin",
      paramLabel = "SHA256",
      description = "Trust exactly this certificate; once, or once for each --server in order.",
      converter = LogInOptions.FingerprintConverter.class)
  private List<Fingerprint> pins = new ArrayList<>();

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description = "Trust certificates issued under those in this PEM file.")
  private @Nullable Path ca;

  @Option(
      names = "--insecure",
      description = "Take whatever certificate is shown, as there is nothing to lose.")
  private boolean isBlind;

  @Option(names = "--plaintext", description = "Without TLS.")
  private boolean isPlaintext;

  /** Can nobody else pretend to be the server? */
  boolean isSure() {
    return !isBlind && !isPlaintext;
  }

  /**
   * The server, and what it has to show to all connections that come after this.
   *
   * @param index of the server among all
   * @throws IOException saying what is wrong, for people
   */
  Destination destination(ServerAddress server, int index, int servers) throws IOException {
    if (!isSure()) {
      return new Destination(server, !isPlaintext, Optional.empty());
    }
    if (pins.size() > 1 && pins.size() != servers) {
      throw new IllegalArgumentException("give --pin once, or once for each --server");
    }
    if (!pins.isEmpty()) {
      return new Destination(server, true, Optional.of(pins.get(pins.size() == 1 ? 0 : index)));
    }
    try {
      return new Destination(server, true, Optional.of(trust(server).shownBy(server)));
    } catch (TrustRefused e) {
      throw new IOException(
          "the certificate of "
              + server
              + " is not trusted; if it is the right one: --pin "
              + e.shown(),
          e);
    }
  }

  private Trust trust(ServerAddress server) throws IOException {
    return ca == null
        ? Trust.onFirstUse(
            server, KnownHosts.ofUser(System.getenv(), System.getProperty("user.home", "")))
        : Trust.issuedBy(ca);
  }
}
