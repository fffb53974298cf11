package conclave.auth;

import conclave.account.OneTimeCode;
import conclave.account.Account;
import conclave.account.Invitation;
import conclave.account.Verifier;
import conclave.bus.Addresses;
import conclave.bus.AuthAnswer;
import conclave.bus.AuthRequest;
import conclave.bus.FewWarnings;
import conclave.bus.Unavailable;
import conclave.config.Config;
import conclave.name.AccountName;
import conclave.name.CaseFold;
import conclave.room.Reason;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.Message;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authentication.AuthenticationProvider;
import io.vertx.ext.auth.authentication.CredentialValidationException;
import io.vertx.ext.auth.authentication.UsernamePasswordCredentials;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers who somebody is: log-in, registration, invitations. */
public final class AuthVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(AuthVerticle.class);
  private static final Duration INVITATION = Duration.ofDays(7);
  private static final int UNAVAILABLE = 503;

  private final Config config;
  private final AccountStore store;
  private final LoginFigures figures;
  private final byte[] secret;
  private final FewWarnings warnings = new FewWarnings();
  private HashPool hashes;
  private AuthenticationProvider authentication;
  private Registrations registrations;

  /**
   * Answers on a bus of its own.
   *
   * @param secret the same over restarts, so that accounts that there are not look the same too
   */
  @SuppressWarnings("NullAway.Init") // start() fills what needs Vert.x
  public AuthVerticle(Config config, AccountStore store, LoginFigures figures, byte[] secret) {
    this.config = config;
    this.store = store;
    this.figures = figures;
    this.secret = secret.clone();
  }

  @Override
  public Future<?> start() {
    hashes = new HashPool(vertx, config.limits().hashThreads(), config.limits().hashQueue());
    registrations = new Registrations(config, store, hashes);
    authentication = new AccountAuthentication(store, hashes, config.accounts().pbkdf2Iterations());
    return vertx.eventBus().<AuthRequest>consumer(Addresses.AUTH, this::answer).completion();
  }

  private void answer(Message<AuthRequest> message) {
    Future.succeededFuture(message.body())
        .compose(this::answerTo)
        .onComplete(
            (AuthAnswer answer) -> message.reply(answer), failure -> fail(message, failure));
  }

  private void fail(Message<AuthRequest> message, Throwable failure) {
    if (failure instanceof HashPool.Full) {
      message.reply(AuthAnswer.refused(Reason.BUSY));
      return;
    }
    if (failure instanceof Unavailable unavailable) {
      warnings.warn(LOG, unavailable.sentence());
    } else {
      LOG.error("{} failed", message.body(), failure);
    }
    message.fail(UNAVAILABLE, "unavailable");
  }

  private Future<AuthAnswer> answerTo(AuthRequest request) {
    if (request instanceof AuthRequest.LogIn logIn) {
      return logIn(logIn);
    }
    if (request instanceof AuthRequest.Register register) {
      return registrations.register(register).map(this::withRank);
    }
    if (request instanceof AuthRequest.Prepare prepare) {
      return registrations.prepare(prepare);
    }
    if (request instanceof AuthRequest.Complete complete) {
      return registrations.complete(complete).map(this::withRank);
    }
    if (request instanceof AuthRequest.ScramSecret wanted) {
      return scramSecret(wanted.account());
    }
    if (request instanceof AuthRequest.Proved proved) {
      return answered(proved);
    }
    if (request instanceof AuthRequest.Exists exists) {
      return exists(exists.name());
    }
    return invite();
  }

  private Future<AuthAnswer> logIn(AuthRequest.LogIn logIn) {
    return authentication
        .authenticate(new UsernamePasswordCredentials(logIn.account(), logIn.password()))
        .map(this::accepted)
        .recover(
            failure -> {
              if (failure instanceof CredentialValidationException) {
                return Future.succeededFuture(wrong());
              }
              return Future.failedFuture(failure);
            });
  }

  private AuthAnswer accepted(User user) {
    AccountName name = new AccountName(user.attributes().getString("name"));
    return right(name, user.attributes().getBoolean("admin"));
  }

  private AuthAnswer right(AccountName name, boolean isAdmin) {
    figures.succeeded();
    return AuthAnswer.is(name, isAdmin || isConfiguredAdmin(name));
  }

  /** A new account may be one that the configuration names. */
  private AuthAnswer withRank(AuthAnswer answer) {
    return answer
        .account()
        .map(name -> AuthAnswer.is(name, answer.isAdmin() || isConfiguredAdmin(name)))
        .orElse(answer);
  }

  private AuthAnswer wrong() {
    figures.failed();
    return AuthAnswer.refused(Reason.WRONG_PASSWORD);
  }

  private Future<AuthAnswer> scramSecret(String text) {
    return find(text)
        .map(
            found ->
                found
                    .map(Account::verifier)
                    .orElseGet(
                        () ->
                            Verifier.standIn(
                                secret, CaseFold.fold(text), config.accounts().pbkdf2Iterations())))
        .map(AuthAnswer::secret);
  }

  private Future<AuthAnswer> answered(AuthRequest.Proved proved) {
    if (!proved.isRight()) {
      return Future.succeededFuture(wrong());
    }
    return find(proved.account())
        .map(
            found ->
                found
                    .map(account -> right(account.name(), account.isAdmin()))
                    .orElseGet(this::wrong));
  }

  private Future<Optional<Account>> find(String text) {
    return AccountName.parse(text)
        .map(store::find)
        .orElse(Future.succeededFuture(Optional.empty()));
  }

  private boolean isConfiguredAdmin(AccountName name) {
    return config.operators().stream()
        .anyMatch(operator -> CaseFold.fold(operator.account()).equals(name.key()));
  }

  private Future<AuthAnswer> exists(String text) {
    if (Registrations.isServiceLike(text)) {
      return Future.succeededFuture(AuthAnswer.is(new AccountName(text), false));
    }
    return store
        .findBySkeleton(Skeleton.of(text))
        .map(found -> found.map(name -> AuthAnswer.is(name, false)).orElse(AuthAnswer.nobody()));
  }

  private Future<AuthAnswer> invite() {
    String code = OneTimeCode.newInvitation();
    long expires = System.currentTimeMillis() + INVITATION.toMillis();
    return store
        .invite(new Invitation(OneTimeCode.hash(code), false, expires))
        .map(done -> AuthAnswer.invitation(code, expires));
  }
}
