package conclave.auth;

import conclave.account.Account;
import conclave.account.AccountRole;
import conclave.account.AccountStatus;
import conclave.account.Invitation;
import conclave.account.OneTimeCode;
import conclave.account.Verifier;
import conclave.bus.Addresses;
import conclave.bus.Everyone;
import conclave.bus.Ranked;
import conclave.command.AccountNews;
import conclave.command.AccountNews.AccountView;
import conclave.command.AccountNews.What;
import conclave.command.AccountOrder.AddAccount;
import conclave.command.AccountOrder.ChangePassword;
import conclave.command.AccountOrder.Invite;
import conclave.command.AccountOrder.SetPassword;
import conclave.command.AccountOrder.SetRole;
import conclave.command.AccountOrder.SetStatus;
import conclave.config.Config;
import conclave.name.AccountName;
import conclave.room.Reason;
import io.vertx.core.Future;
import io.vertx.ext.auth.authentication.CredentialValidationException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is asked about accounts, and changes them. */
final class AccountKeeping {
  private static final int LISTED = 10_000;

  private final Config config;
  private final AccountStore store;
  private final CodeStore codes;
  private final Registrations registrations;
  private final AccountAuthentication authentication;
  private final RoleAuthorizations roles;
  private final SessionKeeping sessions;
  private final Live live;

  /** What goes on now. */
  record Live(Sessions sessions, Throttles throttles, Everyone everyone, Trail trail) {}

  AccountKeeping(
      Config config,
      AccountStore store,
      CodeStore codes,
      Registrations registrations,
      AccountAuthentication authentication,
      RoleAuthorizations roles,
      SessionKeeping sessions,
      Live live) {
    this.config = config;
    this.store = store;
    this.codes = codes;
    this.registrations = registrations;
    this.authentication = authentication;
    this.roles = roles;
    this.sessions = sessions;
    this.live = live;
  }

  Future<AccountNews> list() {
    return live.sessions()
        .allCounts()
        .compose(
            counts ->
                store
                    .all(LISTED)
                    .map(all -> all.stream().map(account -> view(account, counts)).toList())
                    .map(AccountNews.Accounts::new));
  }

  private AccountView view(Account account, Map<String, Integer> counts) {
    return new AccountView(
        account.name(),
        roles.roleOf(account.name(), account.role()),
        account.status(),
        account.created(),
        counts.getOrDefault(account.name().key(), 0));
  }

  Future<AccountNews> show(Orders.Who who) {
    return live.sessions()
        .allCounts()
        .compose(
            counts ->
                store
                    .find(who.name())
                    .map(
                        found ->
                            found
                                .map(account -> List.of(view(account, counts)))
                                .<AccountNews>map(AccountNews.Accounts::new)
                                .orElseGet(() -> noSuch(who))));
  }

  private static AccountNews noSuch(Orders.Who who) {
    return AccountNews.Refused.of(Reason.NO_SUCH_ACCOUNT, who.name().text());
  }

  Future<AccountNews> add(AddAccount order, Orders.Who who) {
    return registrations
        .add(who.name(), order.password(), order.role())
        .compose(
            made -> {
              if (made.refusal().isPresent()) {
                return Future.succeededFuture(new AccountNews.Refused(made.refusal().get()));
              }
              live.trail().registered(who.name(), who.by(), who.peer());
              // The server is nobody's any more: the code for the first administrator is void.
              return codes
                  .withdrawAdminInvitations()
                  .map(done -> done(What.ADDED, who, order.role().text()));
            });
  }

  private static AccountNews done(What what, Orders.Who who, String subject) {
    return new AccountNews.Done(what, who.name(), subject);
  }

  /** Whoever knew the old password is out. */
  Future<AccountNews> setPassword(SetPassword order, Orders.Who who) {
    return change(order.password(), who, Optional.empty());
  }

  /** All other sessions end; a wrong current password counts as a failed log-in. */
  Future<AccountNews> changePassword(ChangePassword order, Orders.Who who) {
    LogInCredentials current =
        LogInCredentials.ofPassword(who.name().text(), order.current(), who.peer());
    return authentication
        .authenticate(current)
        .compose(
            user -> {
              live.throttles().succeeded(who.name().key(), who.peer());
              return change(order.next(), who, Optional.of(who.peer().connection()));
            })
        .recover(
            failure -> {
              if (failure instanceof Throttled throttled) {
                String seconds = Long.toString(Math.max(1, throttled.pause().toSeconds()));
                return Future.succeededFuture(AccountNews.Refused.of(Reason.TRY_LATER, seconds));
              }
              if (failure instanceof CredentialValidationException) {
                return store
                    .find(who.name())
                    .map(
                        account -> {
                          live.trail()
                              .refused(
                                  account, who.peer(), "PASSWORD", Audit.Detail.WRONG_PASSWORD);
                          return AccountNews.Refused.of(Reason.WRONG_PASSWORD);
                        });
              }
              return Future.failedFuture(failure);
            });
  }

  private Future<AccountNews> change(String password, Orders.Who who, Optional<String> stays) {
    if (Passwords.acceptable(password).isEmpty()) {
      return Future.succeededFuture(AccountNews.Refused.of(Reason.BAD_PASSWORD));
    }
    return registrations
        .derive(password, HashPool.Comer.AT_HOME)
        .compose(verifier -> changed(verifier, who, stays));
  }

  private Future<AccountNews> changed(Verifier verifier, Orders.Who who, Optional<String> stays) {
    return store
        .changeVerifier(who.name(), verifier)
        .compose(
            isDone -> {
              if (!isDone) {
                return Future.succeededFuture(noSuch(who));
              }
              live.trail().passwordChanged(who);
              live.throttles().forgetHomes(who.name().key());
              return sessions
                  .endAll(who.name(), stays, "The password was changed")
                  .map(ended -> done(What.PASSWORD_CHANGED, who, ""));
            });
  }

  Future<AccountNews> setStatus(SetStatus order, Orders.Who who) {
    boolean isOut = order.status() != AccountStatus.ENABLED;
    return store
        .changeStatus(who.name(), order.status(), isOut)
        .compose(
            change -> {
              if (change != AccountStore.Change.DONE) {
                return Future.succeededFuture(refused(change, who));
              }
              live.trail().statusChanged(order.status(), who);
              if (isOut) { // who shows the account by OPER loses its rights
                live.everyone().tell(Addresses.RANKED, new Ranked(who.name(), AccountRole.MEMBER));
              }
              Future<Void> out = isOut ? sessions.closed(who.name()) : Future.succeededFuture();
              return out.map(ended -> done(what(order.status()), who, ""));
            });
  }

  private static What what(AccountStatus status) {
    return switch (status) {
      case ENABLED -> What.ENABLED;
      case DISABLED -> What.DISABLED;
      case DELETED -> What.DELETED;
    };
  }

  private static AccountNews refused(AccountStore.Change change, Orders.Who who) {
    return change == AccountStore.Change.LAST_ADMIN
        ? AccountNews.Refused.of(Reason.LAST_ADMIN, who.name().text())
        : noSuch(who);
  }

  Future<AccountNews> setRole(SetRole order, Orders.Who who) {
    return store
        .changeRole(who.name(), order.role(), order.role() != AccountRole.ADMIN)
        .map(
            change -> {
              if (change != AccountStore.Change.DONE) {
                return refused(change, who);
              }
              live.trail().roleChanged(order.role(), who);
              AccountRole now = roles.roleOf(who.name(), order.role());
              live.everyone().tell(Addresses.RANKED, new Ranked(who.name(), now));
              return done(What.ROLE_CHANGED, who, order.role().text());
            });
  }

  /** Tells those who are in with that account which role it has now. */
  Future<Void> rank(String account) {
    return roles
        .of(account)
        .onSuccess(now -> now.ifPresent(ranked -> live.everyone().tell(Addresses.RANKED, ranked)))
        .mapEmpty();
  }

  Future<AccountNews> makeCode(Orders.Who who) {
    String code = OneTimeCode.newLogIn();
    long expires = System.currentTimeMillis() + config.accounts().codeLife().toMillis();
    return store
        .find(who.name())
        .compose(
            found -> {
              if (found.filter(Account::isEnabled).isEmpty()) {
                return Future.succeededFuture(noSuch(who));
              }
              AccountName name = found.get().name();
              return codes
                  .addCode(name, OneTimeCode.hash(code), expires)
                  .map(
                      kept -> {
                        live.trail().codeMade(who);
                        return new AccountNews.LogInCode(name, code, expires);
                      });
            });
  }

  Future<AccountNews> invite(Invite order, Orders.Who who) {
    String code = OneTimeCode.newInvitation();
    Duration life = order.hours().map(Duration::ofHours).orElse(config.accounts().invitationLife());
    long expires = System.currentTimeMillis() + life.toMillis();
    return codes
        .invite(new Invitation(OneTimeCode.hash(code), false, expires))
        .map(
            kept -> {
              live.trail().invitationMade(who);
              return new AccountNews.Invitation(code, expires);
            });
  }
}
