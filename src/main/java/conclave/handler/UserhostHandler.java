package conclave.handler;

import conclave.account.Right;
import conclave.command.Command.Userhost;
import conclave.command.Reply;
import conclave.command.User;
import conclave.command.UserAnswer;
import conclave.name.Nick;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.List;

/** USERHOST, and USERIP for administrators (Modern IRC §USERHOST). */
final class UserhostHandler implements CommandHandler<Userhost> {
  private static final int MAX_NICKS = 5;

  private final Users users;

  UserhostHandler(Users users) {
    this.users = users;
  }

  @Override
  public Future<Void> handle(Userhost asked, Caller caller) {
    if (asked.withAddresses() && !caller.registration().may(Right.CONNECTIONS)) {
      return caller.refuse(Reason.NEEDS_ADMIN);
    }
    List<User> found =
        asked.nicks().stream()
            .limit(MAX_NICKS)
            .flatMap(nick -> Nick.parse(nick).flatMap(users::find).stream())
            .toList();
    List<String> addresses =
        asked.withAddresses() ? found.stream().map(this::address).toList() : List.of();
    return caller.answer(new Reply.OfUsers(new UserAnswer.UserhostsAre(found, addresses)));
  }

  private String address(User user) {
    return users.addresses(user.source().nick()).stream().findFirst().orElse("0::");
  }
}
