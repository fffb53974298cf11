package conclave.handler;

import conclave.command.Command.SetNick;
import conclave.command.Reply;
import conclave.config.Config;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.ServiceNames;
import conclave.name.Source;
import conclave.name.Utf8;
import conclave.room.Origin;
import conclave.room.Reason;
import conclave.room.RoomCommand.Rename;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * NICK: chooses a nick before the registration is complete, and changes it afterwards (Modern IRC
 * §NICK).
 */
final class NickHandler implements CommandHandler<SetNick> {
  private final Config config;
  private final Admission admission;
  private final Handlers.Ports ports;

  NickHandler(Config config, Admission admission, Handlers.Ports ports) {
    this.config = config;
    this.admission = admission;
    this.ports = ports;
  }

  @Override
  public Future<Void> handle(SetNick set, Caller caller) {
    Optional<Nick> nick =
        Nick.parse(set.nick()).filter(n -> Utf8.length(n.text()) <= config.limits().nickLength());
    if (nick.isEmpty()) {
      return caller.refuse(Reason.BAD_NICK, Utf8.firstWord(set.nick()));
    }
    if (ServiceNames.isOne(nick.get()) && !isProvisional(caller)) {
      return caller.refuse(Reason.NICK_IS_SERVICE, nick.get().text());
    }
    Optional<Reason> objection =
        NewNicks.objection(nick.get(), config.server().casemapping())
            .filter(no -> !isProvisional(caller) && !isOwn(nick.get(), caller));
    if (objection.isPresent()) {
      return caller.refuse(objection.get(), nick.get().text());
    }
    return caller.phase() == Caller.Phase.READY
        ? change(nick.get(), caller)
        : choose(nick.get(), caller);
  }

  private static boolean isOwn(Nick nick, Caller caller) {
    return caller.registration().account().filter(a -> a.key().equals(nick.key())).isPresent();
  }

  /**
   * The account's name will stand in its place: clients that offer the name of the machine's user,
   * such as root, give up when that is refused.
   */
  private boolean isProvisional(Caller caller) {
    return caller.phase() != Caller.Phase.READY && config.accounts().nickIsAccount();
  }

  private Future<Void> choose(Nick nick, Caller caller) {
    boolean isAccount =
        caller.registration().account().isPresent() && config.accounts().nickIsAccount();
    boolean isForeign =
        ports.users().find(nick).filter(user -> user.source().account().isEmpty()).isPresent();
    if (isForeign && !isAccount) {
      return caller.refuse(Reason.NICK_IN_USE, nick.text());
    }
    caller.registration().nick(nick);
    return admission.admit(caller);
  }

  private Future<Void> change(Nick to, Caller caller) {
    Source from = caller.source();
    if (from.nick().equals(to)) {
      return Future.succeededFuture();
    }
    if (from.account().isPresent() && config.accounts().nickIsAccount()) {
      return caller.refuse(Reason.NICK_IS_ACCOUNT, to.text());
    }
    return ports
        .accounts()
        .owns(to)
        .compose(
            isOwned -> {
              return isOwned && !isOwn(to, caller)
                  ? caller.refuse(Reason.NICK_IS_RESERVED, to.text())
                  : rename(from, to, caller);
            });
  }

  private Future<Void> rename(Source from, Nick to, Caller caller) {
    return ports
        .users()
        .rename(from.nick(), from.withNick(to), () -> renamed(from, to, caller))
        .compose(isDone -> isDone ? Future.succeededFuture() : joinOwn(to, caller));
  }

  private Future<Void> renamed(Source from, Nick to, Caller caller) {
    List<RoomName> rooms = List.copyOf(caller.rooms());
    // One origin for all rooms, so that who shares several of them is told once.
    Origin origin = caller.origin();
    caller.renamed(from.withNick(to));
    caller.reply(new Reply.NickChanged(from, to));
    return Future.join(
            rooms.stream()
                .map(room -> ports.rooms().submit(room.key(), new Rename(from, to), origin))
                .toList())
        .mapEmpty();
  }

  private Future<Void> joinOwn(Nick to, Caller caller) {
    return (isAccounts(to, caller) ? admission.joinOwn(to, caller) : Future.succeededFuture(false))
        .compose(
            isIn -> isIn ? Future.succeededFuture() : caller.refuse(Reason.NICK_IN_USE, to.text()));
  }

  /** Is the caller's own account's user here under that nick, on other connections or on none? */
  private boolean isAccounts(Nick nick, Caller caller) {
    return !nick.key().equals(caller.source().nick().key())
        && caller.source().account().isPresent();
  }
}
