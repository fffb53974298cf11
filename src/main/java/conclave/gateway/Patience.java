package conclave.gateway;

import conclave.config.LimitsConfig;
import java.util.Optional;

/** How long one connection may be silent, and how long it may take to come in. One loop. */
final class Patience {
  private final LimitsConfig limits;
  private final long opened = System.nanoTime();
  private long heard = opened;
  private boolean isAsked;

  Patience(LimitsConfig limits) {
    this.limits = limits;
  }

  /** The peer has said something. */
  void heard() {
    heard = System.nanoTime();
    isAsked = false;
  }

  /**
   * Why the connection is given up now, if it is.
   *
   * @param times how many times the usual time to log in the peer may take; 0 where it is in
   */
  Optional<String> end(long now, int times) {
    if (times > 0 && now - opened > times * limits.registrationTimeout().toNanos()) {
      return Optional.of("Registration timed out");
    }
    return now - heard > 2 * limits.ping().toNanos()
        ? Optional.of("Ping timeout")
        : Optional.empty();
  }

  /** Is it time to ask whether the peer is there? Says so once. */
  boolean mustAsk(long now) {
    boolean isNow = !isAsked && now - heard > limits.ping().toNanos();
    isAsked |= isNow;
    return isNow;
  }
}
