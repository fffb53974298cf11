package conclave.bus;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;

/**
 * Logs that something is away, at most once a second: whoever asks most must not fill the disk. One
 * loop.
 */
public final class FewWarnings {
  private long last = System.nanoTime() - TimeUnit.SECONDS.toNanos(1);

  /** Logs the sentence, unless there was one a moment ago. */
  public void warn(Logger log, String sentence) {
    long now = System.nanoTime();
    if (now - last >= TimeUnit.SECONDS.toNanos(1)) {
      last = now;
      log.warn("not now: {}", sentence);
    }
  }
}
