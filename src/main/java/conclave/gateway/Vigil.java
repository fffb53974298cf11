package conclave.gateway;

import conclave.config.LimitsConfig;
import java.util.Optional;

/** Whether a peer is still there: how long it takes to log in, and how long it is silent. */
final class Vigil {
  private final LimitsConfig limits;
  private final long opened = System.nanoTime();
  private long heard = opened;
  private boolean isAsked;

  Vigil(LimitsConfig limits) {
    this.limits = limits;
  }

  void heard() {
    heard = System.nanoTime();
    isAsked = false;
  }

  /**
   * Why the connection has to end now.
   *
   * @param patience how many times the usual time to log in it may take; 0 once it is logged in
   */
  Optional<String> end(long now, int patience) {
    if (patience > 0 && now - opened > patience * limits.registrationTimeout().toNanos()) {
      return Optional.of("Registration timed out");
    }
    return now - heard > 2 * limits.ping().toNanos()
        ? Optional.of("Ping timeout")
        : Optional.empty();
  }

  /** Is it time to ask whether the peer is there? True once for each silence. */
  boolean asks(long now) {
    if (isAsked || now - heard <= limits.ping().toNanos()) {
      return false;
    }
    isAsked = true;
    return true;
  }
}
