package conclave.handler;

import conclave.command.Capability;
import conclave.command.Command.SetAway;
import conclave.command.Reply;
import conclave.command.UserAnswer;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.Optional;

/** AWAY: also before the registration is complete (Modern IRC §AWAY; IRCv3 pre-away). */
final class AwayHandler implements CommandHandler<SetAway> {
  /** Bytes of a text (005 AWAYLEN). */
  static final int MAX_BYTES = 300;

  private final Users users;

  AwayHandler(Users users) {
    this.users = users;
  }

  @Override
  public Future<Void> handle(SetAway set, Caller caller) {
    Optional<String> text =
        set.text().filter(said -> !said.isEmpty()).map(said -> Texts.cut(said, MAX_BYTES));
    if (caller.phase() == Caller.Phase.READY) {
      caller.registration().away(text);
      users.away(caller.source().nick(), caller.connection(), text);
    } else if (caller.registration().capabilities().has(Capability.PRE_AWAY)) {
      caller.registration().away(text);
    } else {
      return caller.refuse(Reason.NOT_REGISTERED);
    }
    return caller.answer(new Reply.OfUsers(new UserAnswer.MarkedAway(text.isPresent())));
  }
}
