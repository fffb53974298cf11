package conclave.gateway;

import conclave.command.UserEvent;
import conclave.handler.Claims;
import conclave.name.Nick;
import conclave.name.Source;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Gives those of the directory other nicks, and whatever knows them by their nick. Any thread. */
final class NickChanges {
  private final Entries entries;
  private final Likenesses looks;
  private final Stayers stayers;
  private final FormerUsers former;
  private final Consumer<UserEvent> announce;
  private final Claims claims;
  private final ConcurrentHashMap<String, Future<Void>> untold = new ConcurrentHashMap<>();

  NickChanges(Register register) {
    this.entries = register.entries();
    this.looks = register.looks();
    this.stayers = register.stayers();
    this.former = register.former();
    this.announce = register.announce();
    this.claims = register.claims();
  }

  /**
   * False where the new nick is taken, or several connections share the old one.
   *
   * @param tell tells the user's rooms
   * @return done when they have been told
   */
  Future<Boolean> change(Nick from, Source to, Supplier<Future<Void>> tell) {
    if (from.key().equals(to.nick().key())) {
      return changeHere(from, to, tell);
    }
    return claims
        .takeIfFree(to)
        .compose(
            isFree ->
                isFree
                    ? changeHere(from, to, tell)
                        .onFailure(untold -> claims.free(from))
                        .onSuccess(isDone -> claims.free(isDone ? from : to.nick()))
                    : Future.succeededFuture(false));
  }

  private Future<Boolean> changeHere(Nick from, Source to, Supplier<Future<Void>> tell) {
    Promise<Void> told = Promise.promise();
    if (untold.putIfAbsent(to.nick().key(), told.future()) != null) {
      return Future.succeededFuture(false); // the rooms take somebody else for its bearer
    }
    untold.put(from.key(), told.future());
    return Future.succeededFuture(change(from, to))
        .compose(isDone -> isDone ? tell.get().map(true) : Future.succeededFuture(false))
        .onComplete(
            known -> {
              untold.remove(from.key(), told.future());
              untold.remove(to.nick().key(), told.future());
              told.complete();
            });
  }

  /** Complete when no room takes anybody else for the bearer of the nick. */
  Future<Void> told(Nick nick) {
    return untold.getOrDefault(nick.key(), Future.succeededFuture());
  }

  private boolean change(Nick from, Source to) {
    Presence entry = entries.get(from.key());
    if (entry == null || entry.isShared()) {
      return false;
    }
    Nick nick = to.nick();
    Presence renamed = entry.with(entry.user().with(to));
    if (from.key().equals(nick.key())) {
      return looks.move(from, to)
          && (entries.replace(from.key(), entry, renamed) || change(from, to));
    }
    if (entries.putIfAbsent(nick.key(), renamed) != null) {
      return false;
    }
    if (!looks.move(from, to)) {
      entries.remove(nick.key(), renamed);
      return false;
    }
    if (entries.remove(from.key(), entry)) {
      stayers.moved(from, to);
      former.add(entry.user());
      announce.accept(new UserEvent.NickChanged(entry.user().source(), nick));
      return true;
    }
    // The user came into a room or left one meanwhile: the new entry must know of it.
    looks.move(nick, entry.user().source());
    entries.remove(nick.key(), renamed);
    return change(from, to);
  }
}
