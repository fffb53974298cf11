package conclave.auth;

import java.util.concurrent.atomic.LongAdder;

/** How many log-ins there were. Any thread. */
public final class LoginFigures {
  private final LongAdder succeeded = new LongAdder();
  private final LongAdder failed = new LongAdder();

  void succeeded() {
    succeeded.increment();
  }

  void failed() {
    failed.increment();
  }

  public long successes() {
    return succeeded.sum();
  }

  public long failures() {
    return failed.sum();
  }
}
