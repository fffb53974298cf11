package conclave.dialect.irc;

import conclave.dialect.Dialect.Recipient;
import conclave.name.Utf8;
import java.util.List;
import java.util.Locale;

/** HELP in IRC: which commands there are (Modern IRC §HELP). */
final class IrcHelp {
  private IrcHelp() {}

  static Lines render(String topic, Recipient to, Lines lines) {
    if (!topic.isEmpty()
        && !topic.equals("*")
        && !IrcVerbs.names().contains(topic.toUpperCase(Locale.ROOT))) {
      return lines.numeric(to, Numeric.ERR_HELPNOTFOUND, Utf8.firstWord(topic));
    }
    String subject = topic.isEmpty() ? "*" : topic.toUpperCase(Locale.ROOT);
    lines.numeric(
        to,
        Numeric.RPL_HELPSTART,
        List.of(subject),
        "The commands of this server, each as in Modern IRC:");
    lines.packed(to, Numeric.RPL_HELPTXT, List.of(subject), IrcVerbs.names());
    return lines.numeric(
        to,
        Numeric.RPL_ENDOFHELP,
        List.of(subject),
        "People at a terminal type /help in a connection of their own");
  }
}
