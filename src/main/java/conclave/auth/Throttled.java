package conclave.auth;

import java.time.Duration;

/** There were too many failures: not before so long. */
final class Throttled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration pause;

  Throttled(Duration pause) {
    super("too many failures", null, false, false);
    this.pause = pause;
  }

  Duration pause() {
    return pause;
  }
}
