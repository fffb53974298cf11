package conclave.gateway;

import conclave.command.User;
import conclave.command.UserEvent;
import conclave.handler.Users.Claim;
import conclave.name.Nick;
import io.vertx.core.Future;
import java.util.function.Function;

/** How users come to be here: by a connection, or again after a restart. Any thread. */
final class Coming {
  private final Register register;
  private final NickChanges nicks;
  private volatile Function<Nick, Future<Void>> elsewhere = nick -> Future.succeededFuture();

  Coming(Register register, NickChanges nicks) {
    this.register = register;
    this.nicks = nicks;
  }

  /** Done when no room takes anybody else for the bearer of the nick on this node. */
  Future<Void> told(Nick nick) {
    return nicks.told(nick);
  }

  /** From now on this says when all rooms know who bears a nick on other nodes. */
  void settleBy(Function<Nick, Future<Void>> settled) {
    elsewhere = settled;
  }

  /** Claims the user's nick for a connection. */
  Future<Claim> claim(User user, String connection) {
    boolean[] isBack = {false};
    boolean[] isFirst = {false};
    Presence entry =
        register
            .entries()
            .compute(
                user.source().nick().key(),
                (key, present) -> {
                  isFirst[0] = present == null || !present.isHere();
                  if (present == null) {
                    return register.looks().take(user.source()) ? came(user, connection) : null;
                  }
                  isBack[0] = present.isSameUser(user);
                  return isBack[0] ? present.with(connection, Presence.Link.NEW) : present;
                });
    if (entry == null) {
      return Future.succeededFuture(Claim.TAKEN);
    }
    if (entry.leaving().isPresent()) {
      return Loops.back(entry.leaving().get().future()).compose(gone -> claim(user, connection));
    }
    register.counted();
    if (!entry.links().containsKey(connection)) {
      return Future.succeededFuture(Claim.TAKEN);
    }
    Future<Claim> claim =
        isFirst[0]
            ? claimAmongAll(user, connection).compose(given -> settled(user, given))
            : Future.succeededFuture(isBack[0] ? Claim.ATTACHED : Claim.NEW);
    return claim.compose(given -> Loops.back(nicks.told(user.source().nick())).map(given));
  }

  private Presence came(User user, String connection) {
    register.count().came(user);
    return Presence.of(user, connection);
  }

  /** What other nodes say of the user, and of nobody else by that nick, is known from then on. */
  private Future<Claim> settled(User user, Claim claim) {
    return claim == Claim.ATTACHED
        ? Loops.back(elsewhere.apply(user.source().nick()))
            .onSuccess(known -> join(user.source().nick()))
            .map(claim)
        : Future.succeededFuture(claim);
  }

  private void join(Nick nick) {
    register
        .entries()
        .computeIfPresent(
            nick.key(),
            (key, present) -> {
              Presence after = present.joining();
              register.count().changed(present.user(), after.user());
              return after;
            });
  }

  /** The first connection of a user on this node. */
  private Future<Claim> claimAmongAll(User user, String connection) {
    return register
        .claims()
        .take(user.source())
        .onFailure(away -> giveUp(user.source().nick(), connection))
        .onSuccess(
            claim -> {
              if (claim == Claim.TAKEN) {
                giveUp(user.source().nick(), connection);
              } else if (claim == Claim.NEW) {
                register.announce().accept(new UserEvent.CameIn(user.source()));
              }
            });
  }

  private void giveUp(Nick nick, String connection) {
    register
        .entries()
        .computeIfPresent(
            nick.key(), (key, present) -> register.orNobody(present.withoutTrace(connection)));
  }

  /** Somebody is here again who was when the server ended; false where the nick is taken. */
  Future<Boolean> settle(User user) {
    return settleHere(user)
        ? register
            .claims()
            .takeBack(user.source())
            .onSuccess(isFree -> unless(isFree, user))
            .onFailure(away -> unless(false, user))
        : Future.succeededFuture(false);
  }

  private boolean settleHere(User user) {
    Presence entry = Presence.resident(user, register.absentees().number());
    String key = user.source().nick().key();
    if (register.entries().putIfAbsent(key, entry) != null) {
      return false;
    }
    boolean isFree =
        (register.stayers().take(user) && register.looks().take(user.source()))
            || !register.entries().remove(key, entry);
    if (isFree) {
      register.count().came(entry.user());
    } else {
      register.stayers().free(user);
    }
    return isFree;
  }

  private void unless(boolean isFree, User user) {
    if (!isFree) {
      register.stayers().free(user);
      register
          .entries()
          .computeIfPresent(
              user.source().nick().key(), (key, present) -> register.orNobody(present.notHere()));
    }
  }
}
