package conclave.handler;

import conclave.command.Command.Whowas;
import conclave.command.Reply;
import conclave.command.UserAnswer;
import conclave.command.UserAnswer.Former;
import conclave.name.Nick;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.List;

/** WHOWAS: who bore a nick (Modern IRC §WHOWAS). */
final class WhowasHandler implements CommandHandler<Whowas> {
  /** So many of one nick are shown at most. */
  private static final int MAX = 20;

  private final Users users;

  WhowasHandler(Users users) {
    this.users = users;
  }

  @Override
  public Future<Void> handle(Whowas asked, Caller caller) {
    List<Former> all = Nick.parse(asked.nick()).map(users::formerly).orElse(List.of());
    if (all.isEmpty()) {
      caller.refuse(Reason.NEVER_WAS, asked.nick());
    }
    int shown = asked.count() > 0 ? Math.min(asked.count(), MAX) : MAX;
    return caller.answer(
        new Reply.OfUsers(
            new UserAnswer.WhowasAre(asked.nick(), all.subList(0, Math.min(shown, all.size())))));
  }
}
