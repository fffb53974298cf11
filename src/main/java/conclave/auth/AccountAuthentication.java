package conclave.auth;

import conclave.account.Account;
import conclave.account.OneTimeCode;
import conclave.account.ResumeToken;
import conclave.account.Session;
import conclave.account.Verifier;
import conclave.config.Config;
import conclave.name.AccountName;
import io.vertx.core.Future;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authentication.AuthenticationProvider;
import io.vertx.ext.auth.authentication.CredentialValidationException;
import io.vertx.ext.auth.authentication.Credentials;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks a name and what shall prove it: a password, a one-time code or the token of a session. The
 * seam that every log-in shares in which the proof itself comes to the server; failures make the
 * next one wait.
 */
final class AccountAuthentication implements AuthenticationProvider {
  private static final Logger LOG = LoggerFactory.getLogger(AccountAuthentication.class);

  /** The number of the session whose token was the proof. */
  static final String SESSION = "session";

  /** What the password was held against, where one was: another password has another salt. */
  static final String SALT = "salt";

  /** It was a one-time code. */
  private static final String CODE = "code";

  /** That token's id. */
  static final String TOKEN = "token";

  private final AccountStore store;
  private final CodeStore codes;
  private final Candidates candidates;
  private final HashPool hashes;
  private final Throttles throttles;
  private final Config config;

  AccountAuthentication(
      AccountStore store,
      CodeStore codes,
      Candidates candidates,
      HashPool hashes,
      Throttles throttles,
      Config config) {
    this.store = store;
    this.codes = codes;
    this.candidates = candidates;
    this.hashes = hashes;
    this.throttles = throttles;
    this.config = config;
  }

  /**
   * The user of {@link LogInCredentials}, with the attributes {@code session} and {@code token}
   * where a token was the proof; fails with CredentialValidationException where nothing is proved,
   * with {@link Throttled} where it is too early to try again. Where it succeeds, the caller tells
   * {@link Throttles} so. What an account may do is {@link RoleAuthorizations}' to say.
   */
  @Override
  public Future<User> authenticate(Credentials credentials) {
    if (!(credentials instanceof LogInCredentials given)) {
      return Future.failedFuture(
          new CredentialValidationException("a name and a password are needed"));
    }
    Optional<Duration> pause = throttles.enter(given.name().account(), given.peer());
    if (pause.isPresent()) {
      return Future.failedFuture(new Throttled(pause.get()));
    }
    return proved(given)
        .onFailure(
            failure -> {
              if (failure instanceof CredentialValidationException) {
                throttles.failed(given.name().account(), given.peer());
              } else {
                throttles.undecided(given.name().account(), given.peer());
              }
            });
  }

  private Future<User> proved(LogInCredentials given) {
    return byCode(given)
        .compose(user -> user.isPresent() ? Future.succeededFuture(user) : bySecret(given))
        .compose(
            user ->
                user.map(Future::succeededFuture)
                    .orElseGet(
                        () ->
                            Future.failedFuture(
                                new CredentialValidationException("wrong name or password"))));
  }

  private Future<Optional<User>> byCode(LogInCredentials given) {
    Optional<AccountName> name = AccountName.parse(given.name().account());
    if (name.isEmpty() || !given.mayBeCode() || !OneTimeCode.isLogIn(given.getPassword())) {
      return Future.succeededFuture(Optional.empty());
    }
    String hash = OneTimeCode.hash(given.getPassword());
    return codes
        .useCode(name.get(), hash, System.currentTimeMillis())
        .compose(
            isGood ->
                isGood
                    ? candidates
                        .account(name.get().text())
                        .map(found -> found.map(AccountAuthentication::byCode))
                    : Future.succeededFuture(Optional.empty()));
  }

  private Future<Optional<User>> bySecret(LogInCredentials given) {
    HashPool.Comer comer =
        throttles.isAtHome(given.name().account(), given.peer())
            ? HashPool.Comer.AT_HOME
            : HashPool.Comer.STRANGER;
    String password = Passwords.normalised(given.getPassword()).orElse("");
    return candidates
        .find(given.name())
        .compose(
            candidate ->
                hashes
                    .run(() -> candidate.verifier().matches(password), comer)
                    .map(
                        isRight ->
                            isRight && candidate.isReal()
                                ? Optional.of(welcomed(candidate, password))
                                : Optional.empty()));
  }

  private User welcomed(Candidate candidate, String password) {
    Account account = candidate.account().orElseThrow();
    if (candidate.session().isEmpty() && account.verifier().iterations() < iterations()) {
      raise(account.name(), password);
    }
    return user(account, candidate.session());
  }

  private int iterations() {
    return config.accounts().pbkdf2Iterations();
  }

  /** The configuration asks for more than was usual once. The log-in does not wait for it. */
  private void raise(AccountName name, String password) {
    hashes
        .run(() -> Verifier.of(password, iterations()))
        .compose(verifier -> store.raiseVerifier(name, verifier))
        .onFailure(failure -> LOG.debug("the verifier of {} stays as it is", name, failure));
  }

  static String salt(Verifier verifier) {
    return Base64.getEncoder().encodeToString(verifier.salt());
  }

  private static User byCode(Account account) {
    User user = user(account, Optional.empty());
    user.attributes().put(CODE, true);
    return user;
  }

  /** What was really given where the client could give a password. */
  static String mechanism(User user, String usual) {
    if (user.attributes().containsKey(CODE)) {
      return "CODE";
    }
    return user.attributes().containsKey(SESSION) ? "TOKEN" : usual;
  }

  /** The user that an account is; {@code session} where its token was the proof. */
  static User user(Account account, Optional<Session> session) {
    User user = User.fromName(account.name().text());
    user.attributes().put(SALT, salt(account.verifier()));
    session.ifPresent(
        s ->
            user.attributes()
                .put(SESSION, s.number())
                .put(TOKEN, s.token().map(ResumeToken::id).orElse(0L)));
    return user;
  }
}
