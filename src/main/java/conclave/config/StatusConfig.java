package conclave.config;

import conclave.name.AddressRange;
import java.util.List;
import java.util.Optional;

/**
 * The status page, health and metrics.
 *
 * @param listen where; empty when switched off ({@code none})
 * @param tls serve it over TLS, with the server's certificate
 * @param visibility what an anonymous visitor of the page sees
 * @param pageFrom from where the page may be read
 * @param healthFrom from where health may be asked
 * @param metricsFrom from where the metrics may be read
 */
public record StatusConfig(
    Optional<Endpoint> listen,
    boolean tls,
    Visibility visibility,
    List<AddressRange> pageFrom,
    List<AddressRange> healthFrom,
    List<AddressRange> metricsFrom) {
  public StatusConfig {
    pageFrom = List.copyOf(pageFrom);
    healthFrom = List.copyOf(healthFrom);
    metricsFrom = List.copyOf(metricsFrom);
  }

  /** What an anonymous visitor sees. */
  public enum Visibility {
    SUMMARY,
    NONE
  }
}
