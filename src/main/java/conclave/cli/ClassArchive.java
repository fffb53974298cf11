package conclave.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.slf4j.LoggerFactory;

/**
 * The archive of loaded classes that java leaves at its end, with which the next start takes half
 * as long.
 */
public final class ClassArchive {
  /**
   * The file that {@code ./conclave} looks at: an archive that is not newer than it is not used.
   */
  static final String MARK = "conclave.archive-mark";

  private ClassArchive() {}

  /**
   * Tells the launcher that what this process leaves is good for those to come: it does by now what
   * it was started for. One that only printed its usage, or gave up, has loaded next to nothing.
   * Without a launcher that asks for it, nothing happens.
   */
  public static void markWorthKeeping() {
    String mark = System.getProperty(MARK, "");
    if (!mark.isEmpty()) {
      touch(Path.of(mark));
    }
  }

  private static void touch(Path mark) {
    try {
      Files.write(mark, new byte[0]);
      Files.setLastModifiedTime(mark, FileTime.from(Instant.now()));
    } catch (IOException e) {
      LoggerFactory.getLogger(ClassArchive.class).debug("starts stay slow: {}", e.toString());
    }
  }
}
