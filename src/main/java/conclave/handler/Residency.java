package conclave.handler;

import conclave.command.User;
import conclave.config.AccountsConfig.AlwaysOn;
import conclave.config.Config;
import conclave.handler.Residents.Resident;
import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.name.RoomName;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whose user stays in its rooms without any connection: as the server has it, and as each account
 * wishes. Callable on any context.
 */
public final class Residency {
  private final Config config;
  private final Users users;
  private final Residents residents;

  Residency(Config config, Users users, Residents residents) {
    this.config = config;
    this.users = users;
    this.residents = residents;
  }

  /** Does the user of an account stay that has this wish? */
  private boolean isOn(Optional<Boolean> wish) {
    return switch (config.accounts().alwaysOn()) {
      case DISABLED -> false;
      case OPT_IN -> wish.orElse(false);
      case OPT_OUT -> wish.orElse(true);
      case MANDATORY -> true;
    };
  }

  /** Does a wish count here? */
  boolean isAsked() {
    return config.accounts().alwaysOn() == AlwaysOn.OPT_IN
        || config.accounts().alwaysOn() == AlwaysOn.OPT_OUT;
  }

  /** Does everybody stay here? Else, where a wish does not count, nobody does. */
  boolean isForAll() {
    return config.accounts().alwaysOn() == AlwaysOn.MANDATORY;
  }

  /**
   * Somebody has come in. Done when it is known whether it stays, before whatever it says next; not
   * when that is stored.
   */
  Future<Void> arrived(Caller caller) {
    Optional<AccountName> account = caller.source().account();
    if (account.isEmpty() || config.accounts().alwaysOn() == AlwaysOn.DISABLED) {
      return Future.succeededFuture();
    }
    Nick nick = caller.source().nick();
    if (caller.registration().isServerOperator()) {
      users.ranked(nick, true); // who was here without a connection had no rank
    }
    Future<Optional<Boolean>> wish =
        isAsked() ? residents.wish(account.get()) : Future.succeededFuture(Optional.empty());
    return wish.onSuccess(said -> changed(nick, account.get(), isOn(said))).mapEmpty();
  }

  /** The caller wants to stay, or not; true where it does from now on. */
  Future<Boolean> want(boolean isWanted, AccountName account, Caller caller) {
    Nick nick = caller.source().nick();
    return residents
        .wish(account, isWanted)
        .compose(done -> changed(nick, account, isWanted))
        .map(done -> users.resident(nick).isPresent());
  }

  /** An account has one user who stays: another one does not take its place. */
  private Future<Void> changed(Nick nick, AccountName account, boolean isWanted) {
    boolean was = users.resident(nick).isPresent();
    boolean isOn = users.resides(nick, isWanted);
    if (isOn) {
      return noted(nick);
    }
    return was ? residents.unsettle(account) : Future.succeededFuture();
  }

  /** A user may be in other rooms than before: who stays is to be found in them after a restart. */
  public Future<Void> noted(Nick nick) {
    return users.resident(nick).map(this::settle).orElse(Future.succeededFuture());
  }

  private Future<Void> settle(User user) {
    return residents.settle(
        new Resident(
            user.source().account().orElseThrow(),
            user.source().nick(),
            user.source().username(),
            Optional.empty(),
            user.rooms().stream().map(RoomName::key).collect(Collectors.toSet())));
  }

  /** A user who stayed was put out. */
  public Future<Void> putOut(User user) {
    return user.source().account().map(residents::unsettle).orElse(Future.succeededFuture());
  }

  /** Who was here when the server ended, and still stays. */
  public Future<List<Resident>> all() {
    return config.accounts().alwaysOn() == AlwaysOn.DISABLED
        ? Future.succeededFuture(List.of())
        : residents
            .all()
            .map(all -> all.stream().filter(resident -> isOn(resident.wish())).toList());
  }
}
