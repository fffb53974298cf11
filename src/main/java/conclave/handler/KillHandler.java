package conclave.handler;

import conclave.account.Right;
import conclave.command.Command.Kill;
import conclave.command.Reply;
import conclave.command.ServerFacts;
import conclave.command.User;
import conclave.command.UserEvent;
import conclave.name.Nick;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.Optional;

/** KILL: an administrator puts a user out of the server (Modern IRC §KILL). */
final class KillHandler implements CommandHandler<Kill> {
  private static final int MAX_REASON = 255;

  private final ServerFacts facts;
  private final Users users;

  KillHandler(ServerFacts facts, Users users) {
    this.facts = facts;
    this.users = users;
  }

  @Override
  public Future<Void> handle(Kill kill, Caller caller) {
    if (!caller.registration().may(Right.CONNECTIONS)) {
      return caller.refuse(Reason.NEEDS_ADMIN);
    }
    if (kill.nick().equalsIgnoreCase(facts.name())) {
      return caller.refuse(Reason.CANNOT_KILL_SERVER);
    }
    Optional<User> target = Nick.parse(kill.nick()).flatMap(users::find);
    if (target.isEmpty()) {
      return caller.refuse(Reason.NO_SUCH_NICK, kill.nick());
    }
    Nick nick = target.get().source().nick();
    String reason = kill.reason().filter(text -> !text.isEmpty()).orElse("No reason");
    users.tell(new UserEvent.Killed(caller.source(), nick, Texts.cut(reason, MAX_REASON)));
    return caller.answer(new Reply.Note(nick + " was put out of the server."));
  }
}
