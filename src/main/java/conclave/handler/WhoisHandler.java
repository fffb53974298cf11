package conclave.handler;

import conclave.command.Command.Whois;
import conclave.command.Reply;
import conclave.command.ServerFacts;
import conclave.command.User;
import conclave.command.UserAnswer;
import conclave.name.Nick;
import conclave.room.Reason;
import conclave.room.RoomView;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** WHOIS: who users are, with the rooms that the caller may know of (Modern IRC §WHOIS). */
final class WhoisHandler implements CommandHandler<Whois> {
  /** How many nicks one command may ask for (005 TARGMAX). */
  static final int MAX_TARGETS = 4;

  private final ServerFacts facts;
  private final Rooms rooms;
  private final Users users;
  private final Servers servers;

  WhoisHandler(ServerFacts facts, Rooms rooms, Users users, Servers servers) {
    this.facts = facts;
    this.rooms = rooms;
    this.users = users;
    this.servers = servers;
  }

  @Override
  public Future<Void> handle(Whois whois, Caller caller) {
    Optional<String> server = whois.server().filter(name -> !isOne(name, caller));
    if (!facts.isMeant(server)) {
      return caller.refuse(Reason.NO_SUCH_SERVER, server.orElseThrow());
    }
    if (whois.nicks().size() > MAX_TARGETS) {
      return caller.refuse(Reason.TOO_MANY_TARGETS, String.join(",", whois.nicks()));
    }
    Future<Void> done = Future.succeededFuture();
    for (String nick : whois.nicks()) {
      done = done.compose(before -> show(nick, caller));
    }
    return done.compose(
        shown ->
            caller.answer(
                new Reply.OfUsers(new UserAnswer.WhoisEnd(String.join(",", whois.nicks())))));
  }

  /** A nick in the place of a server means that user's server; all of them know the same. */
  private boolean isOne(String name, Caller caller) {
    return Nick.parse(name).flatMap(users::find).isPresent()
        || servers.named(name, caller).isPresent();
  }

  private Future<Void> show(String text, Caller caller) {
    Optional<User> user = Nick.parse(text).flatMap(users::find);
    if (user.isEmpty()) {
      return caller.refuse(Reason.NO_SUCH_NICK, text);
    }
    Sight sight = new Sight(users, caller);
    List<Future<Optional<RoomView>>> looks = user.get().rooms().stream().map(rooms::look).toList();
    return Future.join(looks)
        .compose(
            all -> {
              List<String> shown =
                  looks.stream()
                      .flatMap(look -> look.result().stream())
                      .filter(view -> view.isVisibleTo(caller.source().nick()))
                      .filter(view -> sight.mayPlace(user.get(), view))
                      .map(view -> view.seenBy(caller.source().nick()))
                      .flatMap(view -> withPrefix(view, user.get()).stream())
                      .sorted()
                      .toList();
              return caller.answer(new Reply.OfUsers(known(user.get(), shown, sight)));
            });
  }

  private static Optional<String> withPrefix(RoomView view, User user) {
    return view.member(user.source().nick()).map(m -> m.prefixes(false) + view.name());
  }

  private UserAnswer known(User user, List<String> shown, Sight sight) {
    return new UserAnswer.WhoisIs(
        user,
        shown,
        sight.idleSeconds(user),
        sight.addresses(user),
        sight.certificates(user),
        sight.servers(user, servers));
  }
}
