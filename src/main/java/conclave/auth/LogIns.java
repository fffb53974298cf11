package conclave.auth;

import conclave.account.Account;
import conclave.account.AccountRole;
import conclave.account.LogInName;
import conclave.account.OneTimeCode;
import conclave.account.Peer;
import conclave.account.Session;
import conclave.auth.Audit.Detail;
import conclave.bus.AuthAnswer;
import conclave.bus.AuthRequest;
import conclave.name.AccountName;
import conclave.name.CaseFold;
import conclave.room.Reason;
import io.vertx.core.Future;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authentication.CredentialValidationException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every way to log in, and what they have in common once something is proved. One loop. */
final class LogIns {
  private final AccountAuthentication authentication;
  private final RoleAuthorizations authorizations;
  private final Candidates candidates;
  private final CertificateStore certificates;
  private final Throttles throttles;
  private final Sessions sessions;
  private final Trail trail;

  LogIns(
      AccountAuthentication authentication,
      RoleAuthorizations authorizations,
      Candidates candidates,
      CertificateStore certificates,
      Throttles throttles,
      Sessions sessions,
      Trail trail) {
    this.authentication = authentication;
    this.authorizations = authorizations;
    this.candidates = candidates;
    this.certificates = certificates;
    this.throttles = throttles;
    this.sessions = sessions;
    this.trail = trail;
  }

  /**
   * One log-in.
   *
   * @param isCounted {@link Throttles} have let it in, and want to know what became of it
   */
  private record Entrance(LogInName name, Peer peer, String mechanism, boolean isCounted) {}

  /** By a password, a code or a token that comes to the server. */
  Future<AuthAnswer> byPassword(AuthRequest.LogIn given) {
    LogInCredentials credentials =
        new LogInCredentials(given.name(), given.password(), given.peer());
    return authentication
        .authenticate(credentials)
        .compose(
            user ->
                admit(
                    user, new Entrance(credentials.name(), given.peer(), given.mechanism(), true)))
        .recover(failure -> refused(failure, given.name(), given.peer(), tried(given)));
  }

  /** What the password that came was meant to be. */
  private static String tried(AuthRequest.LogIn given) {
    if (LogInName.parse(given.name()).session().isPresent()) {
      return "TOKEN";
    }
    return OneTimeCode.isLogIn(given.password()) ? "CODE" : given.mechanism();
  }

  /** Whose password is this, and no code in its place? Begins no session. */
  Future<AuthAnswer> check(AuthRequest.Check given) {
    LogInCredentials credentials =
        LogInCredentials.ofPassword(given.name(), given.password(), given.peer());
    Entrance entrance = new Entrance(credentials.name(), given.peer(), "OPER", true);
    return credentials.name().session().isPresent()
        ? wrong(given.name(), given.peer(), "OPER")
        : authentication
            .authenticate(credentials)
            .compose(user -> judged(user, entrance, () -> ranked(user, given.peer())))
            .recover(failure -> refused(failure, given.name(), given.peer(), "OPER"));
  }

  private Future<AuthAnswer> ranked(User user, Peer peer) {
    AccountName account = new AccountName(user.subject());
    return authorizations
        .getAuthorizations(user)
        .map(
            done -> {
              AccountRole role = RoleAuthorizations.roleIn(user);
              trail.operatorUp(account, role, peer);
              return new AuthAnswer.Identified(account, role, 0);
            });
  }

  /** What SCRAM asks somebody with; the answer decides. */
  Future<AuthAnswer> secret(AuthRequest.ScramSecret wanted) {
    LogInName name = LogInName.parse(wanted.name());
    Optional<Duration> pause = throttles.enter(name.account(), wanted.peer());
    return pause.isPresent()
        ? refused(new Throttled(pause.get()), wanted.name(), wanted.peer(), "SCRAM-SHA-256")
        : candidates
            .find(name)
            .<AuthAnswer>map(candidate -> new AuthAnswer.Secret(candidate.verifier()))
            .onFailure(away -> throttles.undecided(name.account(), wanted.peer()));
  }

  /** By a proof: right, and still right, if what it was held against is there unchanged. */
  Future<AuthAnswer> byProof(AuthRequest.Proved given) {
    LogInName name = LogInName.parse(given.name());
    Entrance entrance = new Entrance(name, given.peer(), given.mechanism(), true);
    return candidates
        .find(name)
        .compose(
            candidate -> {
              boolean isRight =
                  given.proved().filter(candidate.verifier()::equals).isPresent()
                      && candidate.isReal();
              if (isRight) {
                Account account = candidate.account().orElseThrow();
                return admit(AccountAuthentication.user(account, candidate.session()), entrance);
              }
              throttles.failed(name.account(), given.peer());
              return wrong(given.name(), given.peer(), given.mechanism());
            });
  }

  /** By a certificate that an account knows. It can't be guessed, so that nobody has to wait. */
  Future<AuthAnswer> byCertificate(AuthRequest.ByCertificate given) {
    LogInName name = LogInName.parse(given.authority().orElse(""));
    Entrance entrance = new Entrance(name, given.peer(), "EXTERNAL", false);
    return certificates
        .ownerOf(given.certificate())
        .map(owner -> owner.filter(o -> given.authority().isEmpty() || isNamed(name, o)))
        .compose(owner -> account(owner.map(AccountName::text).orElse("")))
        .compose(
            account ->
                account.isPresent()
                    ? admit(AccountAuthentication.user(account.get(), Optional.empty()), entrance)
                    : wrong(given.authority().orElse(""), given.peer(), "EXTERNAL"));
  }

  private static boolean isNamed(LogInName name, AccountName account) {
    return account.key().equals(CaseFold.fold(name.account()));
  }

  /** Whoever has just made an account is in. */
  Future<AuthAnswer> registered(AccountName account, Peer peer) {
    Entrance entrance = new Entrance(LogInName.parse(account.text()), peer, "REGISTER", false);
    return admit(User.fromName(account.text()), entrance);
  }

  /** Something was proved: the user is in, unless the account is closed or the token used up. */
  private Future<AuthAnswer> admit(User user, Entrance entrance) {
    return judged(
        user,
        entrance,
        () ->
            spent(user)
                .compose(
                    isSpent ->
                        isSpent
                            ? begin(user, entrance)
                            : wrong(user.subject(), entrance.peer(), "TOKEN")));
  }

  /** Goes on where the account is as it was proved, and tells what became of it. */
  private Future<AuthAnswer> judged(
      User user, Entrance entrance, Supplier<Future<AuthAnswer>> next) {
    return candidates
        .account(user.subject())
        .compose(
            found -> {
              if (isSame(user, found)) {
                return next.get();
              }
              trail.refused(
                  found, entrance.peer(), entrance.mechanism(), Detail.ACCOUNT_IS_DISABLED);
              return Future.succeededFuture(
                  AuthAnswer.refused(Reason.ACCOUNT_DISABLED, user.subject()));
            })
        .onComplete(answer -> decided(entrance, answer.result()));
  }

  private void decided(Entrance entrance, @Nullable AuthAnswer answer) {
    if (entrance.isCounted() && answer instanceof AuthAnswer.Identified) {
      throttles.succeeded(entrance.name().account(), entrance.peer());
    } else if (entrance.isCounted()) {
      throttles.undecided(entrance.name().account(), entrance.peer());
    }
  }

  /** A token is used up before anybody is let in by it. */
  private Future<Boolean> spent(User user) {
    Integer session = user.attributes().getInteger(AccountAuthentication.SESSION);
    return session == null
        ? Future.succeededFuture(true)
        : sessions.useToken(
            new AccountName(user.subject()),
            session,
            user.attributes().getLong(AccountAuthentication.TOKEN));
  }

  private Future<AuthAnswer> begin(User user, Entrance entrance) {
    AccountName account = new AccountName(user.subject());
    Peer peer = entrance.peer();
    Optional<Session> before = sessions.of(peer.connection());
    if (before.filter(session -> !session.account().equals(account)).isPresent()) {
      return Future.succeededFuture(AuthAnswer.refused(Reason.ALREADY_LOGGED_IN));
    }
    Optional<Integer> resumed =
        Optional.ofNullable(user.attributes().getInteger(AccountAuthentication.SESSION));
    return authorizations
        .getAuthorizations(user)
        .compose(
            done ->
                sessions.open(
                    account, new Sessions.Wanted(entrance.name().device(), resumed), peer))
        .compose(
            number ->
                number.isEmpty()
                    ? Future.succeededFuture(AuthAnswer.refused(Reason.TOO_MANY_SESSIONS))
                    : stillRight(user, entrance, before.isPresent(), number.get()));
  }

  /**
   * Whoever closed the account, or changed its password, while this was under way has ended the
   * sessions that there were: this one was not among them. But who was in before was, or will be.
   */
  private Future<AuthAnswer> stillRight(User user, Entrance entrance, boolean wasIn, int number) {
    AccountName account = new AccountName(user.subject());
    return candidates
        .account(account.text())
        .map(
            now -> {
              boolean isSame = isSame(user, now);
              if (!isSame && !wasIn) {
                sessions.left(entrance.peer().connection());
              }
              if (!isSame) {
                return AuthAnswer.refused(Reason.ACCOUNT_DISABLED, account.text());
              }
              String way = AccountAuthentication.mechanism(user, entrance.mechanism());
              trail.loggedIn(account, entrance.peer(), way);
              return new AuthAnswer.Identified(account, RoleAuthorizations.roleIn(user), number);
            });
  }

  /** Is the account open, with the password that it had? */
  private static boolean isSame(User user, Optional<Account> now) {
    String salt = user.attributes().getString(AccountAuthentication.SALT);
    return now.filter(Account::isEnabled)
        .filter(a -> salt == null || salt.equals(AccountAuthentication.salt(a.verifier())))
        .isPresent();
  }

  private Future<AuthAnswer> refused(Throwable failure, String name, Peer peer, String mechanism) {
    if (failure instanceof CredentialValidationException) {
      return wrong(name, peer, mechanism);
    }
    if (failure instanceof Throttled throttled) {
      long seconds = Math.max(1, throttled.pause().toSeconds());
      return account(name)
          .map(
              account -> {
                trail.lockedOut(account, peer, mechanism);
                return AuthAnswer.refused(Reason.TRY_LATER, Long.toString(seconds));
              });
    }
    return Future.failedFuture(failure);
  }

  private Future<AuthAnswer> wrong(String name, Peer peer, String mechanism) {
    return account(name)
        .map(
            account -> {
              trail.refused(account, peer, mechanism);
              return AuthAnswer.refused(Reason.WRONG_PASSWORD);
            });
  }

  private Future<Optional<Account>> account(String name) {
    return candidates.account(LogInName.parse(name).account());
  }
}
