package conclave.cli;

import conclave.client.UserFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.jline.reader.LineReader;

/** What the user has typed, kept for the next time in a file that is the user's alone. */
final class TypedHistory {
  private static final int KEPT = 2_000;

  /** Lines with secrets in them; those with a space before them are not kept either. */
  private static final String SECRETS =
      "*[iI][dD][eE][nN][tT][iI][fF][yY]*:*/[pP][aA][sS][sS]*:*/[lL][oO][gG][iI][nN]*"
          + ":*/[rR][eE][gG][iI][sS]*";

  private TypedHistory() {}

  /** Has the reader go on with what is kept, and keep more. */
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
    lines.setVariable(LineReader.HISTORY_IGNORE, SECRETS);
    lines.option(LineReader.Option.HISTORY_TIMESTAMPED, false);
  }
}
