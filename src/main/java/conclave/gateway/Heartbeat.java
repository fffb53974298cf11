package conclave.gateway;

import conclave.config.Config;
import conclave.handler.Caller.Phase;

/** Is the peer there? It is asked when it was silent, and given up when it still is. One loop. */
final class Heartbeat {
  /** What is to be done about a peer now. */
  enum Verdict {
    FINE,
    ASK,
    GONE,
    REGISTERS_TOO_SLOWLY
  }

  private final Config config;
  private final long opened = System.nanoTime();
  private long heard = opened;
  private boolean isAsked;

  Heartbeat(Config config) {
    this.config = config;
  }

  /** The peer has said something. */
  void heard() {
    heard = System.nanoTime();
    isAsked = false;
  }

  /**
   * Called every second.
   *
   * @param patience how many times the usual time to log in this peer may take
   */
  Verdict tick(long now, Phase phase, int patience) {
    long ping = config.limits().ping().toNanos();
    if (phase == Phase.REGISTERING
        && now - opened > patience * config.limits().registrationTimeout().toNanos()) {
      return Verdict.REGISTERS_TOO_SLOWLY;
    }
    if (now - heard > 2 * ping) {
      return Verdict.GONE;
    }
    if (now - heard > ping && !isAsked && phase == Phase.READY) {
      isAsked = true;
      return Verdict.ASK;
    }
    return Verdict.FINE;
  }
}
