package conclave.handler;

import conclave.command.Command.Monitor;
import conclave.command.Reply;
import conclave.command.User;
import conclave.command.UserAnswer;
import conclave.config.Config;
import conclave.name.Nick;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** MONITOR: whose comings and goings the caller is told (IRCv3 Monitor). */
final class MonitorHandler implements CommandHandler<Monitor> {
  private final Config config;
  private final Users users;

  MonitorHandler(Config config, Users users) {
    this.config = config;
    this.users = users;
  }

  @Override
  public Future<Void> handle(Monitor asked, Caller caller) {
    Watches watches = caller.watches();
    switch (asked.action()) {
      case "+" -> add(asked.nicks(), caller);
      case "-" -> asked.nicks().forEach(nick -> Nick.parse(nick).ifPresent(watches::remove));
      case "C", "c" -> watches.clear();
      case "L", "l" -> answer(new UserAnswer.WatchListIs(texts(watches.all())), caller);
      case "S", "s" -> status(watches.all(), caller);
      default -> caller.refuse(Reason.NEED_MORE_PARAMETERS, "MONITOR");
    }
    return Future.succeededFuture();
  }

  private void add(List<String> nicks, Caller caller) {
    List<Nick> added = new ArrayList<>();
    List<String> left = List.of();
    for (int i = 0; i < nicks.size() && left.isEmpty(); i++) {
      Optional<Nick> nick = Nick.parse(nicks.get(i));
      if (nick.isPresent() && !caller.watches().add(nick.get())) {
        left = nicks.subList(i, nicks.size());
      } else {
        nick.ifPresent(added::add);
      }
    }
    status(added, caller);
    if (!left.isEmpty()) {
      answer(new UserAnswer.WatchListIsFull(config.limits().monitor(), left), caller);
    }
    added.forEach(nick -> users.find(nick).ifPresent(user -> tellMetadata(user, caller)));
  }

  private static void tellMetadata(User user, Caller caller) {
    Metadata.newsOf(user, caller.registration()).ifPresent(caller::reply);
  }

  private void status(List<Nick> nicks, Caller caller) {
    List<String> here = new ArrayList<>();
    List<String> gone = new ArrayList<>();
    for (Nick nick : nicks) {
      users
          .find(nick)
          .ifPresentOrElse(user -> here.add(user.source().mask()), () -> gone.add(nick.text()));
    }
    if (!here.isEmpty()) {
      answer(new UserAnswer.Watched(true, here), caller);
    }
    if (!gone.isEmpty()) {
      answer(new UserAnswer.Watched(false, gone), caller);
    }
  }

  private static List<String> texts(List<Nick> nicks) {
    return nicks.stream().map(Nick::text).toList();
  }

  private static void answer(UserAnswer answer, Caller caller) {
    caller.reply(new Reply.OfUsers(answer));
  }
}
