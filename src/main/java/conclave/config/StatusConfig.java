package conclave.config;

import java.util.Optional;

/**
 * The status page, health and metrics.
 *
 * @param listen where; empty when switched off ({@code none})
 * @param tls serve it over TLS, with the server's certificate
 * @param visibility what an anonymous visitor of the page sees
 */
public record StatusConfig(Optional<Endpoint> listen, boolean tls, Visibility visibility) {
  /** What an anonymous visitor sees. */
  public enum Visibility {
    SUMMARY,
    NONE
  }
}
