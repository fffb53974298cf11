package conclave.dialect.plain;

import conclave.command.Command;
import conclave.command.PastCommand;
import conclave.command.RoomReply;
import conclave.dialect.plain.PlainVerbs.Verb;
import conclave.dialect.plain.PlainVerbs.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The slash commands about the past. */
final class PlainPast {
  private PlainPast() {}

  static List<Verb> all() {
    return List.of(
        new Verb(
            "history",
            "[ROOM|NAME] [COUNT]",
            "what was said before here, in another room of yours, or with somebody",
            PlainReplay::read),
        PlainSearch.VERB,
        new Verb(
            "verify",
            "[ROOM]",
            "whether all that was said in a room of yours is kept as it was said",
            w -> Optional.of(new PastCommand.VerifyLog(w.first().map(PlainVerbs::room)))),
        new Verb(
            "numbers",
            "on|off",
            "show before each line which one it is of its room",
            PlainPast::numbers));
  }

  private static Optional<Command> numbers(Words words) {
    return words
        .first()
        .map(word -> word.toLowerCase(Locale.ROOT))
        .filter(Set.of("on", "off")::contains)
        .map(word -> new PastCommand.ShowNumbers(word.equals("on")));
  }

  static String verified(RoomReply.VerifiedIs reply) {
    return reply.room() + ": " + reply.found() + ".\n";
  }
}
