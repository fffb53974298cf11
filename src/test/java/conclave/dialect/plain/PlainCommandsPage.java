package conclave.dialect.plain;

import java.util.stream.Collectors;

/** The table of slash commands as a page. */
public final class PlainCommandsPage {
  private PlainCommandsPage() {}

  /** Rows of a Markdown table. */
  public static String rows() {
    return PlainVerbs.all().stream()
        .map(verb -> "| `" + verb.line().replace("|", "\\|") + "` | " + verb.help() + " |\n")
        .collect(Collectors.joining());
  }
}
