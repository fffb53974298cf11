package conclave.handler;

import conclave.command.Reply;
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
import java.util.Set;

/** A guest who logs in after the welcome becomes the account's user on the spot, in every room. */
final class Becoming {
  private final Config config;
  private final Users users;
  private final Rooms rooms;
  private final Metadata metadata;

  Becoming(Config config, Handlers.Ports ports) {
    this.config = config;
    this.users = ports.users();
    this.rooms = ports.rooms();
    this.metadata = ports.metadata();
  }

  /** The caller, a guest until now, is logged in as this account. */
  Future<Void> account(AccountName account, Caller caller) {
    Source from = caller.source();
    Nick nick = config.accounts().nickIsAccount() ? account.asNick() : from.nick();
    Source wanted = Sources.of(caller, nick).asBot(from.isBot());
    boolean isFree = users.rename(from.nick(), wanted);
    Source to = isFree ? wanted : wanted.withNick(from.nick());
    if (!isFree) {
      // Whoever has the account's nick is its user on another connection: this one keeps the
      // guest's until it comes back.
      users.rename(from.nick(), to);
      caller.refuse(Reason.NICK_IN_USE, nick.text());
    }
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
        .compose(told -> tellWatchers(from.withNick(to.nick()), to))
        .compose(told -> metadata.adopt(caller));
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
