package conclave.cli;

import conclave.client.UserFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;

/** What the user has typed, kept for the next time in a file that is the user's alone. */
final class TypedHistory extends DefaultHistory {
  private static final int KEPT = 2_000;

  /** Lines with secrets in them, and those that the user has marked by a space before them. */
  private static final Pattern SECRET =
      Pattern.compile("(?i)^ |^/(pass|login|register|oper)|\\bidentify\\b");

  @Override
  public void add(Instant time, String line) {
    if (!SECRET.matcher(line).find()) {
      super.add(time, line);
    }
  }

  /** Has its reader go on with what is kept, and keep more. */
  static void keep(LineReader lines) {
    Path file =
        UserFiles.folder(System.getenv(), System.getProperty("user.home", "")).resolve("typed");
    try {
      UserFiles.provide(file);
    } catch (IOException e) {
      return; // then it is known for this time only
    }
    lines.setVariable(LineReader.HISTORY_FILE, file);
    lines.setVariable(LineReader.HISTORY_SIZE, KEPT);
    lines.setVariable(LineReader.HISTORY_FILE_SIZE, KEPT);
    lines.option(LineReader.Option.HISTORY_TIMESTAMPED, false);
  }
}
