package conclave.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How connections are encrypted.
 *
 * @param certificate PEM chain; with {@code key} or not at all. Where absent, the server makes a
 *     self-signed one.
 * @param key PEM private key, PKCS#8
 * @param protocols {@code TLSv1.3} and {@code TLSv1.2}, at least one
 * @param clientCertificates whether clients are asked for a certificate, with which they can log in
 * @param stsDuration how long clients shall insist on TLS (IRCv3 sts); empty to say nothing of it
 */
public record TlsConfig(
    Optional<Path> certificate,
    Optional<Path> key,
    List<String> protocols,
    ClientCertificates clientCertificates,
    Optional<Duration> stsDuration) {
  /** Whether clients are asked for a certificate. */
  public enum ClientCertificates {
    REQUEST,
    NONE
  }

  public TlsConfig {
    protocols = List.copyOf(protocols);
  }
}
