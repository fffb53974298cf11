package conclave.dialect.irc;

import java.util.stream.Collectors;

/** The table of IRC verbs as a page. */
public final class IrcCommandsPage {
  private IrcCommandsPage() {}

  /** Rows of a Markdown table. */
  public static String rows() {
    return IrcVerbs.all().stream()
        .map(verb -> "| `" + verb.line().replace("|", "\\|") + "` | " + verb.help() + " |\n")
        .collect(Collectors.joining());
  }

  /** Does every verb tell what it needs and does? */
  public static boolean isComplete() {
    return IrcVerbs.all().stream()
        .allMatch(verb -> !verb.help().isBlank() && (verb.least() == 0 || !verb.usage().isBlank()));
  }
}
