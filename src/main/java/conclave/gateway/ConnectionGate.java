package conclave.gateway;

import conclave.config.Config;
import conclave.config.LimitsConfig;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Says who may connect: counts the connections that are open, in all and from each prefix. Any
 * thread.
 */
public final class ConnectionGate {
  private final Config config;
  private final AtomicInteger all = new AtomicInteger();
  private final ConcurrentHashMap<String, Integer> byPrefix = new ConcurrentHashMap<>();
  private final ConnectRate rate;

  public ConnectionGate(Config config) {
    this.config = config;
    this.rate = new ConnectRate(() -> config.limits().connectsPerMinute(), System::nanoTime);
  }

  /**
   * Counts a new connection in; false when it may not be, and is not counted. Those of a gateway
   * are counted where they come from, once it has said that.
   */
  boolean admits(AddressPrefix prefix) {
    boolean isGateway =
        config.server().webirc().stream().anyMatch(one -> one.isAt(prefix.address()));
    if ((config.server().ipv6Only() && prefix.isIpv4()) || (!isGateway && !rate.admits(prefix))) {
      return false;
    }
    LimitsConfig limits = config.limits();
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
