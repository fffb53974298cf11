package conclave.config;

import conclave.name.AddressRange;
import java.util.List;

/**
 * A gateway that passes people on by WEBIRC, and says where each comes from.
 *
 * @param name what it calls itself
 * @param from where it is
 */
public record GatewayConfig(String name, Secret password, List<AddressRange> from) {
  public GatewayConfig {
    from = List.copyOf(from);
  }

  /** Is this address one of the gateway's? */
  public boolean isAt(String address) {
    return from.stream().anyMatch(range -> range.contains(address));
  }
}
