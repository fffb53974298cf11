package conclave.config;

import conclave.name.AddressRange;
import java.util.List;

/**
 * The proxies that pass connections on, and say in a PROXY header where each comes from.
 *
 * @param listen addresses to which they alone come; each is one of the others of {@link
 *     ServerConfig}
 * @param from where they are; empty exactly if {@code listen} is
 */
public record ProxyConfig(List<Endpoint> listen, List<AddressRange> from) {
  public ProxyConfig {
    listen = List.copyOf(listen);
    from = List.copyOf(from);
  }

  /** May who comes from there say where others come from? */
  public boolean isProxy(String address) {
    return from.stream().anyMatch(range -> range.contains(address));
  }
}
