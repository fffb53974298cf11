package conclave.auth;

import conclave.account.Account;
import conclave.account.AccountRole;
import conclave.account.LogInName;
import conclave.account.Peer;
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

  /** By a password, a code or a token that comes to the server. */
  Future<AuthAnswer> byPassword(AuthRequest.LogIn given) {
    LogInCredentials credentials =
        new LogInCredentials(given.name(), given.password(), given.peer());
    return authentication
        .authenticate(credentials)
        .compose(user -> admit(user, credentials.name(), given.peer(), given.mechanism()))
        .recover(failure -> refused(failure, given.name(), given.peer(), given.mechanism()));
  }

  /** Whose password is this? Begins no session. */
  Future<AuthAnswer> check(AuthRequest.Check given) {
    LogInCredentials credentials =
        new LogInCredentials(given.name(), given.password(), given.peer());
    if (credentials.name().session().isPresent()) {
      return wrong(given.name(), given.peer(), "OPER");
    }
    return authentication
        .authenticate(credentials)
        .compose(
            user ->
                enabled(user, given.peer(), "OPER")
                    .compose(
                        no ->
                            no.map(Future::succeededFuture)
                                .orElseGet(() -> ranked(user, given.peer()))))
        .recover(failure -> refused(failure, given.name(), given.peer(), "OPER"));
  }

  private Future<AuthAnswer> ranked(User user, Peer peer) {
    AccountName account = new AccountName(user.subject());
    throttles.succeeded(account.key(), peer);
    return authorizations
        .getAuthorizations(user)
        .map(
            done -> {
              AccountRole role = RoleAuthorizations.roleIn(user);
              trail.operatorUp(account, role, peer);
              return new AuthAnswer.Identified(account, role, 0);
            });
  }

  /** What SCRAM asks somebody with; counts as a failure until the answer is right. */
  Future<AuthAnswer> secret(AuthRequest.ScramSecret wanted) {
    LogInName name = LogInName.parse(wanted.name());
    Optional<Duration> pause = throttles.enter(CaseFold.fold(name.account()), wanted.peer());
    return pause.isPresent()
        ? refused(new Throttled(pause.get()), wanted.name(), wanted.peer(), "SCRAM")
        : candidates.find(name).map(candidate -> new AuthAnswer.Secret(candidate.verifier()));
  }

  /** By a proof: right, and still right, if what it was held against is there unchanged. */
  Future<AuthAnswer> byProof(AuthRequest.Proved given) {
    LogInName name = LogInName.parse(given.name());
    return candidates
        .find(name)
        .compose(
            candidate ->
                given.proved().filter(candidate.verifier()::equals).isPresent()
                        && candidate.isReal()
                    ? admit(
                        AccountAuthentication.user(
                            candidate.account().orElseThrow(), candidate.session()),
                        name,
                        given.peer(),
                        given.mechanism())
                    : wrong(given.name(), given.peer(), given.mechanism()));
  }

  /** By a certificate that an account knows. It can't be guessed, so that nobody has to wait. */
  Future<AuthAnswer> byCertificate(AuthRequest.ByCertificate given) {
    LogInName name = LogInName.parse(given.authority().orElse(""));
    return certificates
        .ownerOf(given.certificate())
        .map(
            owner ->
                owner.filter(
                    o ->
                        given.authority().isEmpty()
                            || o.key().equals(CaseFold.fold(name.account()))))
        .compose(
            owner ->
                owner.isPresent()
                    ? candidates.account(owner.get().text())
                    : Future.succeededFuture(Optional.<Account>empty()))
        .compose(
            account ->
                account.isPresent()
                    ? admit(
                        AccountAuthentication.user(account.get(), Optional.empty()),
                        name,
                        given.peer(),
                        "EXTERNAL")
                    : wrong(given.authority().orElse("*"), given.peer(), "EXTERNAL"));
  }

  /** Whoever has just made an account is in. */
  Future<AuthAnswer> registered(AccountName account, Peer peer) {
    LogInName name = LogInName.parse(account.text());
    return admit(User.fromName(account.text()), name, peer, "REGISTER");
  }

  /** Something was proved: the user is in, unless the account is closed or the token used up. */
  private Future<AuthAnswer> admit(User user, LogInName name, Peer peer, String mechanism) {
    return enabled(user, peer, mechanism)
        .compose(
            no ->
                no.isPresent()
                    ? Future.succeededFuture(no.get())
                    : spent(user)
                        .compose(
                            isSpent ->
                                isSpent
                                    ? begin(user, name, peer, mechanism)
                                    : wrong(user.subject(), peer, "TOKEN")));
  }

  private Future<Optional<AuthAnswer>> enabled(User user, Peer peer, String mechanism) {
    return candidates
        .account(user.subject())
        .map(
            found -> {
              if (found.filter(Account::isEnabled).isPresent()) {
                return Optional.empty();
              }
              trail.refused(found, peer, mechanism, Detail.ACCOUNT_IS_DISABLED);
              return Optional.of(AuthAnswer.refused(Reason.ACCOUNT_DISABLED, user.subject()));
            });
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

  private Future<AuthAnswer> begin(User user, LogInName name, Peer peer, String mechanism) {
    AccountName account = new AccountName(user.subject());
    throttles.succeeded(account.key(), peer);
    if (sessions.of(peer.connection()).filter(s -> !s.account().equals(account)).isPresent()) {
      return Future.succeededFuture(AuthAnswer.refused(Reason.ALREADY_LOGGED_IN));
    }
    return authorizations
        .getAuthorizations(user)
        .compose(
            done ->
                sessions.open(
                    account,
                    new Sessions.Wanted(
                        name.device(),
                        Optional.ofNullable(
                            user.attributes().getInteger(AccountAuthentication.SESSION))),
                    peer))
        .map(
            number -> {
              if (number.isEmpty()) {
                return AuthAnswer.refused(Reason.TOO_MANY_SESSIONS);
              }
              trail.loggedIn(account, peer, AccountAuthentication.mechanism(user, mechanism));
              return new AuthAnswer.Identified(
                  account, RoleAuthorizations.roleIn(user), number.get());
            });
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
              trail.refused(account, peer, mechanism, detail(mechanism));
              return AuthAnswer.refused(Reason.WRONG_PASSWORD);
            });
  }

  private Future<Optional<Account>> account(String name) {
    return candidates.account(LogInName.parse(name).account());
  }

  private static Detail detail(String mechanism) {
    return switch (mechanism) {
      case "SCRAM-SHA-256", "SCRAM-SHA-256-PLUS" -> Detail.WRONG_PROOF;
      case "EXTERNAL" -> Detail.WRONG_CERTIFICATE;
      case "TOKEN" -> Detail.WRONG_TOKEN;
      default -> Detail.WRONG_PASSWORD;
    };
  }
}
