package conclave.gateway;

import conclave.config.Config;
import conclave.config.GatewayConfig;
import conclave.config.LimitsConfig;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Says who may connect: counts the connections that are open, in all and from each prefix. Any
 * thread.
 */
public final class ConnectionGate {
  private final LimitsConfig limits;
  private final boolean isIpv6Only;
  private final List<GatewayConfig> gateways;
  private final AtomicInteger all = new AtomicInteger();
  private final ConcurrentHashMap<String, Integer> byPrefix = new ConcurrentHashMap<>();
  private final ConnectRate rate;

  public ConnectionGate(Config config) {
    this.limits = config.limits();
    this.rate = new ConnectRate(limits.connectsPerMinute(), System::nanoTime);
    this.isIpv6Only = config.server().ipv6Only();
    this.gateways = config.server().webirc();
  }

  /**
   * Counts a new connection in; false when it may not be, and is not counted. Those of a gateway
   * are counted where they come from, once it has said that.
   */
  boolean admits(AddressPrefix prefix) {
    boolean isGateway = gateways.stream().anyMatch(one -> one.isAt(prefix.address()));
    if ((isIpv6Only && prefix.isIpv4()) || (!isGateway && !rate.admits(prefix))) {
      return false;
    }
    if (all.incrementAndGet() > limits.connections()) {
      all.decrementAndGet();
      return false;
    }
    if (byPrefix.merge(prefix.text(), 1, Integer::sum) > limits.connectionsPer64() && !isGateway) {
      left(prefix);
      return false;
    }
    return true;
  }

  /** Counts a connection out. */
  void left(AddressPrefix prefix) {
    all.decrementAndGet();
    byPrefix.computeIfPresent(prefix.text(), (p, open) -> open > 1 ? open - 1 : null);
  }
}
