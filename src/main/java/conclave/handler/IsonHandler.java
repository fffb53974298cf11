package conclave.handler;

import conclave.command.Command.Ison;
import conclave.command.Reply;
import conclave.command.UserAnswer;
import conclave.name.Nick;
import io.vertx.core.Future;
import java.util.List;

/** ISON: which of some nicks are here (Modern IRC §ISON). */
final class IsonHandler implements CommandHandler<Ison> {
  private final Users users;

  IsonHandler(Users users) {
    this.users = users;
  }

  @Override
  public Future<Void> handle(Ison asked, Caller caller) {
    List<String> here =
        asked.nicks().stream()
            .flatMap(nick -> Nick.parse(nick).flatMap(users::find).stream())
            .map(user -> user.source().nick().text())
            .toList();
    return caller.answer(new Reply.OfUsers(new UserAnswer.OnlineAre(here)));
  }
}
