package conclave.dialect.plain;

import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code /help} shows, from the table of commands. */
final class PlainHelp {
  private PlainHelp() {}

  /** Help for one command, or for all where the topic is empty or none. */
  static String about(String topic) {
    return PlainVerbs.find(topic).map(PlainHelp::line).orElseGet(PlainHelp::all);
  }

  private static String all() {
    return PlainVerbs.all().stream().map(PlainHelp::line).collect(Collectors.joining())
        + "Anything else that you type is said in the current room; the # of a room may be left out.\n";
  }

  private static String line(PlainVerbs.Verb verb) {
    return String.format(Locale.ROOT, "  %-28s %s%n", verb.line(), verb.help()).replace("\r", "");
  }
}
