package conclave.handler;

import conclave.command.Command.Join;
import conclave.command.Reply;
import conclave.command.User;
import conclave.command.UserEvent;
import conclave.config.Config;
import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.Origin;
import conclave.room.Reason;
import conclave.room.RoomCommand.Identify;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A guest who logs in after the welcome becomes the account's user on the spot, in every room.
 * Where that user is here already, the connection is one more of it, and the guest is gone.
 */
final class Becoming {
  private final Config config;
  private final Users users;
  private final Rooms rooms;
  private final Metadata metadata;
  private final JoinHandler joining;

  Becoming(Config config, Handlers.Ports ports) {
    this.config = config;
    this.users = ports.users();
    this.rooms = ports.rooms();
    this.metadata = ports.metadata();
    this.joining = new JoinHandler(config, rooms, new NewRooms(config));
  }

  /** The caller, a guest until now, is logged in as this account. */
  Future<Void> account(AccountName account, Caller caller) {
    Source from = caller.source();
    Nick nick = config.accounts().nickIsAccount() ? account.asNick() : from.nick();
    Source wanted = Sources.of(caller, nick).asBot(from.isBot());
    return users
        .rename(from.nick(), wanted, () -> renamed(from, wanted, caller))
        .compose(isDone -> isDone ? known(from, wanted, caller) : joinOrKeep(from, wanted, caller));
  }

  private Future<Void> joinOrKeep(Source from, Source wanted, Caller caller) {
    // The user of another node may not be known here yet: whether it is there, the claim finds out.
    Future<Boolean> joined =
        users.find(wanted.nick()).isEmpty()
            ? join(wanted.nick(), caller)
            : joinOwn(wanted.nick(), caller);
    return joined.compose(isIn -> isIn ? Future.succeededFuture() : keepNick(from, wanted, caller));
  }

  /** Somebody else has the nick, or one that looks like it. */
  private Future<Void> keepNick(Source from, Source wanted, Caller caller) {
    Source to = wanted.withNick(from.nick());
    caller.refuse(Reason.NICK_IN_USE, wanted.nick().text());
    return users
        .rename(from.nick(), to, () -> renamed(from, to, caller))
        .compose(done -> known(from, to, caller));
  }

  private Future<Void> renamed(Source from, Source to, Caller caller) {
    users.ranked(to.nick(), caller.registration().isServerOperator());
    List<RoomName> all = List.copyOf(caller.rooms());
    Origin origin = caller.origin();
    caller.renamed(to);
    if (!to.nick().equals(from.nick())) {
      caller.reply(new Reply.NickChanged(from, to.nick()));
    }
    return Future.join(
            all.stream()
                .map(room -> rooms.submit(room.key(), new Identify(from, to), origin))
                .toList())
        .mapEmpty();
  }

  /** The rooms know it. */
  private Future<Void> known(Source from, Source to, Caller caller) {
    return tellWatchers(from.withNick(to.nick()), to).compose(told -> metadata.adopt(caller));
  }

  /**
   * Where the user of the caller's account is here under that nick, the caller is one more
   * connection of it, and comes with it into the rooms where it was by itself. False where that
   * user is not here.
   */
  Future<Boolean> joinOwn(Nick nick, Caller caller) {
    boolean isHere =
        users
            .find(nick)
            .flatMap(user -> user.source().account())
            .equals(caller.registration().account());
    return isHere ? join(nick, caller) : Future.succeededFuture(false);
  }

  private Future<Boolean> join(Nick nick, Caller caller) {
    return metadata
        .known(Sources.userOf(caller, nick))
        .compose(
            user ->
                users
                    .claim(user, caller.connection())
                    .compose(claim -> claimed(users.asBot(user), claim, caller)));
  }

  private Future<Boolean> claimed(User user, Users.Claim claim, Caller caller) {
    if (claim == Users.Claim.TAKEN) {
      return Future.succeededFuture(false);
    }
    Source from = caller.source();
    Nick nick = user.source().nick();
    Optional<RoomName> current = caller.currentRoom();
    Set<RoomName> before = caller.rooms();
    return caller
        .becomes(user, claim, () -> tellOwn(from, nick, caller))
        .otherwiseEmpty()
        .compose(told -> comeAlong(before, caller))
        .onSuccess(done -> current.filter(caller.rooms()::contains).ifPresent(caller::switchTo))
        .map(true);
  }

  private void tellOwn(Source from, Nick nick, Caller caller) {
    caller.reply(new Reply.NickChanged(from, nick));
    if (caller.registration().isServerOperator()) {
      users.ranked(nick, true); // another connection may have lent it a rank: that stays
    }
    metadata.tellOwn(caller);
  }

  private Future<Void> comeAlong(Set<RoomName> before, Caller caller) {
    List<String> missing =
        before.stream()
            .filter(room -> caller.rooms().stream().noneMatch(in -> in.key().equals(room.key())))
            .map(RoomName::text)
            .sorted()
            .toList();
    return missing.isEmpty() || caller.phase() != Caller.Phase.READY
        ? Future.succeededFuture()
        : joining.handle(new Join(missing, List.of()), caller);
  }

  /** Who watches the caller and is in no room with it. */
  private Future<Void> tellWatchers(Source from, Source to) {
    return users
        .find(to.nick())
        .map(metadata::seenIn)
        .orElse(Future.succeededFuture(Set.of()))
        .onSuccess(
            seen ->
                users.tell(new UserEvent.Identified(from, to, seen, System.currentTimeMillis())))
        .mapEmpty();
  }
}
