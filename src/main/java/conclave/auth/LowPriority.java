package conclave.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the system run a thread less often than those that carry messages. The JDK's priorities do
 * nothing on Linux without options at the start, which make it complain to all but root.
 */
final class LowPriority {
  private static final Logger LOG = LoggerFactory.getLogger(LowPriority.class);

  /** A tenth of the weight of others: hashing goes on, slowly, on processors that are all busy. */
  static final int NICE = 10;

  private static final Path THIS_THREAD = Path.of("/proc/thread-self");
  private static final long PATIENCE_SECONDS = 2;
  private static final ThreadLocal<Boolean> IS_LOW = ThreadLocal.withInitial(() -> false);

  private LowPriority() {}

  /** From now on, where the system can. Blocks shortly, the first time on a thread. */
  static void take() {
    if (IS_LOW.get()) {
      return;
    }
    IS_LOW.set(true);
    try {
      if (Files.exists(THIS_THREAD)) {
        renice(Files.readSymbolicLink(THIS_THREAD).getFileName().toString());
      }
    } catch (IOException e) {
      LOG.debug("hashing has the priority of everything else", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void renice(String thread) throws IOException, InterruptedException {
    Process renice =
        new ProcessBuilder("renice", "-n", String.valueOf(NICE), "-p", thread)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!renice.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      renice.destroyForcibly();
    }
  }
}
