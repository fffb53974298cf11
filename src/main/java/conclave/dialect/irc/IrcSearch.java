package conclave.dialect.irc;

import conclave.command.Command;
import conclave.command.PastCommand;
import conclave.command.RoomReply;
import conclave.command.Sought;
import conclave.dialect.Dialect.Recipient;
import conclave.room.Reason;
import conclave.room.Refusal;
import conclave.room.SearchWords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** SEARCH, as the extension soju.im/search has it. */
final class IrcSearch {
  private static final String TYPE = "soju.im/search";
  private static final Set<String> ATTRIBUTES =
      Set.of("in", "from", "after", "before", "text", "limit");

  static final IrcVerb ROW =
      IrcVerb.of(
              "SEARCH",
              "<attribute>=<value>{;<attribute>=<value>}",
              "finds what was said before: in, from, text, after, before, limit",
              1,
              IrcSearch::read)
          .orElse(p -> Refusal.of(Reason.BAD_SEARCH, "*"));

  private IrcSearch() {}

  /** A value that somebody types by hand may have spaces. */
  private static Command read(List<String> parameters) {
    Map<String, String> asked = IrcMessage.tags(String.join(" ", parameters));
    for (String name : asked.keySet()) {
      if (!ATTRIBUTES.contains(name) || !isGood(name, asked.get(name))) {
        return new Command.Malformed(Refusal.of(Reason.BAD_SEARCH, name));
      }
    }
    SearchWords words = given(asked, "text").flatMap(SearchWords::parse).orElse(SearchWords.NONE);
    Sought sought =
        new Sought(
            words,
            given(asked, "from"),
            given(asked, "after").flatMap(IrcReadMarker::time),
            given(asked, "before").flatMap(IrcReadMarker::time));
    Optional<Integer> limit = given(asked, "limit").map(Integer::valueOf);
    return new PastCommand.SearchPast(given(asked, "in"), sought, limit);
  }

  private static boolean isGood(String name, String value) {
    return switch (name) {
      case "after", "before" -> IrcReadMarker.time(value).isPresent();
      case "limit" -> value.matches("[1-9][0-9]{0,8}");
      case "text" -> value.isEmpty() || SearchWords.parse(value).isPresent();
      default -> true;
    };
  }

  private static Optional<String> given(Map<String, String> asked, String name) {
    return Optional.ofNullable(asked.get(name)).filter(value -> !value.isEmpty());
  }

  static Lines render(RoomReply.FoundAre reply, Recipient to, Lines lines) {
    new IrcReplay(to, lines).render(TYPE, reply.events(), true);
    return reply
        .bound()
        .map(
            bound ->
                lines.from(
                    to,
                    "NOTE SEARCH NOT_ALL_SEARCHED "
                        + bound
                        + " :The search ended after so many messages, and there are more"))
        .orElse(lines);
  }

  static Lines refused(Reason reason, List<String> about, Recipient to, Lines lines) {
    return switch (reason) {
      case BAD_SEARCH ->
          lines.fail(to, "SEARCH INVALID_PARAMS", about, "That can't be searched for");
      case NOT_TO_BE_SEARCHED ->
          lines.fail(
              to, "SEARCH INVALID_PARAMS", about, "There is no history of that which you may read");
      default ->
          lines.fail(
              to, "SEARCH INTERNAL_ERROR", about, "The search can't be run right now; try again");
    };
  }
}
