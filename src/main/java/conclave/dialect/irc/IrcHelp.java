package conclave.dialect.irc;

import conclave.dialect.Dialect.Recipient;
import conclave.name.Utf8;
import java.util.List;
import java.util.Optional;

/** HELP in IRC, from the table of verbs (Modern IRC §HELP). */
final class IrcHelp {
  private IrcHelp() {}

  static Lines render(String topic, Recipient to, Lines lines) {
    if (topic.isEmpty() || topic.equals("*")) {
      return all(to, lines);
    }
    Optional<IrcVerb> verb = IrcVerbs.find(topic);
    return verb.isPresent()
        ? one(verb.get(), to, lines)
        : lines.numeric(to, Numeric.ERR_HELPNOTFOUND, Utf8.firstWord(topic));
  }

  private static Lines all(Recipient to, Lines lines) {
    List<String> subject = List.of("*");
    lines.numeric(
        to,
        Numeric.RPL_HELPSTART,
        subject,
        "The commands of this server; HELP <command> shows one:");
    lines.packed(
        to, Numeric.RPL_HELPTXT, subject, IrcVerbs.all().stream().map(IrcVerb::name).toList());
    return lines.numeric(
        to,
        Numeric.RPL_ENDOFHELP,
        subject,
        "People at a terminal type /help in a connection of their own");
  }

  private static Lines one(IrcVerb verb, Recipient to, Lines lines) {
    List<String> subject = List.of(verb.name());
    lines.numeric(to, Numeric.RPL_HELPSTART, subject, verb.line());
    lines.numeric(to, Numeric.RPL_HELPTXT, subject, verb.name() + " " + verb.help());
    return lines.numeric(to, Numeric.RPL_ENDOFHELP, subject, "End of HELP");
  }
}
