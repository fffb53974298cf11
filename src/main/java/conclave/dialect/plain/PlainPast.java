package conclave.dialect.plain;

import conclave.command.PastCommand;
import conclave.command.RoomReply;
import conclave.dialect.plain.PlainVerbs.Verb;
import java.util.List;
import java.util.Optional;

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
        new Verb(
            "verify",
            "[ROOM]",
            "whether all that was said in a room of yours is kept as it was said",
            w -> Optional.of(new PastCommand.VerifyLog(w.first().map(PlainVerbs::room)))));
  }

  static String verified(RoomReply.VerifiedIs reply) {
    return reply.room() + ": " + reply.found() + ".\n";
  }
}
