package conclave.auth;

import conclave.account.Peer;
import conclave.bus.Addresses;
import conclave.bus.AuthAnswer;
import conclave.bus.AuthRequest;
import conclave.bus.Everyone;
import conclave.bus.Failures;
import conclave.bus.FewWarnings;
import conclave.bus.LogInTried;
import conclave.bus.LogKey;
import conclave.bus.Others;
import conclave.bus.Revoked;
import conclave.bus.SessionQuestion;
import conclave.bus.Unavailable;
import conclave.config.Config;
import conclave.config.LimitsConfig;
import conclave.name.AccountName;
import conclave.room.Reason;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers who somebody is: log-in, registration, accounts and sessions. */
public final class AuthVerticle extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(AuthVerticle.class);
  private static final long CLEARING_MILLIS = TimeUnit.HOURS.toMillis(1);

  private final Config config;
  private final AuthStores stores;
  private final Trail trail;
  private final Everyone everyone;
  private final Others others;
  private final byte[] secret;
  private final FewWarnings warnings = new FewWarnings();
  private Throttles throttles;
  private Sessions sessions;
  private LogIns logIns;
  private Registrations registrations;
  private Registering registering;
  private Orders.Hands hands;

  /**
   * Answers on this node.
   *
   * @param everyone is told whose right to be here has ended or changed
   * @param others know who is in on other nodes
   * @param secret the same over restarts, so that accounts that there are not look the same too
   */
  @SuppressWarnings("NullAway.Init") // start() fills what needs Vert.x
  public AuthVerticle(
      Config config,
      AuthStores stores,
      LoginFigures figures,
      Audit audit,
      Everyone everyone,
      Others others,
      byte[] secret) {
    this.others = others;
    this.everyone = everyone;
    this.config = config;
    this.stores = stores;
    this.trail = new Trail(audit, figures);
    this.secret = secret.clone();
  }

  @Override
  public Future<?> start() {
    compose();
    vertx.setPeriodic(CLEARING_MILLIS, id -> clear());
    clear();
    EventBus bus = vertx.eventBus();
    return Future.all(
        bus.<AuthRequest>localConsumer(Addresses.AUTH, this::answer).completion(),
        bus.<Revoked>localConsumer(
                Addresses.REVOKED, message -> sessions.ended(message.body().connections()))
            .completion(),
        bus.<LogInTried>localConsumer(Addresses.TRIED, message -> throttles.heard(message.body()))
            .completion(),
        bus.<SessionQuestion>localConsumer(
                Addresses.SESSIONS,
                message -> message.reply(Elsewhere.answer(message.body(), sessions)))
            .completion());
  }

  private void compose() {
    LimitsConfig limits = config.limits();
    HashPool hashes = new HashPool(vertx, limits.hashThreads(), limits.hashQueue());
    throttles =
        new Throttles(
            config,
            () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()),
            tried -> everyone.tell(Addresses.TRIED, tried));
    Candidates candidates = new Candidates(stores.accounts(), stores.sessions(), secret, config);
    RoleAuthorizations roles = new RoleAuthorizations(candidates, config);
    AccountAuthentication authentication =
        new AccountAuthentication(
            stores.accounts(), stores.codes(), candidates, hashes, throttles, config);
    sessions = new Sessions(config, stores.sessions(), new Elsewhere(others));
    logIns =
        new LogIns(
            authentication, roles, candidates, stores.certificates(), throttles, sessions, trail);
    registrations = new Registrations(config, stores.accounts(), stores.codes(), hashes);
    registering = new Registering(registrations, throttles, logIns, trail);
    SessionKeeping ofSessions = new SessionKeeping(sessions, hashes, everyone, trail, config);
    AccountKeeping ofAccounts =
        new AccountKeeping(
            config,
            stores.accounts(),
            stores.codes(),
            registrations,
            authentication,
            roles,
            ofSessions,
            new AccountKeeping.Live(sessions, throttles, everyone, trail));
    hands =
        new Orders.Hands(
            ofAccounts, ofSessions, new CertificateKeeping(stores.certificates(), trail));
  }

  /** The configuration says something else of these accounts: those who are in are told. */
  public Future<Void> rank(Collection<String> accounts) {
    return Future.join(accounts.stream().map(hands.accounts()::rank).toList()).mapEmpty();
  }

  private void clear() {
    long now = System.currentTimeMillis();
    sessions.seeAll();
    stores
        .sessions()
        .expire(now)
        .compose(done -> stores.codes().expire(now))
        .onFailure(away -> warnings.warn(LOG, "what has expired can't be cleared away"));
  }

  private void answer(Message<AuthRequest> message) {
    if (message.body() instanceof AuthRequest.Left left) {
      sessions.left(left.connection());
      return;
    }
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
      LogKey.of(message.body().asker().map(Peer::connection), LOG.atError())
          .setCause(failure)
          .log("{} failed", message.body());
    }
    message.fail(Failures.codeOf(failure), "unavailable");
  }

  private Future<AuthAnswer> answerTo(AuthRequest request) {
    if (request instanceof AuthRequest.LogIn logIn) {
      return logIns.byPassword(logIn);
    }
    if (request instanceof AuthRequest.ScramSecret wanted) {
      return logIns.secret(wanted);
    }
    if (request instanceof AuthRequest.Proved proved) {
      return logIns.byProof(proved);
    }
    if (request instanceof AuthRequest.ByCertificate certified) {
      return logIns.byCertificate(certified);
    }
    if (request instanceof AuthRequest.Check check) {
      return logIns.check(check);
    }
    if (request instanceof AuthRequest.Register register) {
      return registering.register(register);
    }
    if (request instanceof AuthRequest.Prepare prepare) {
      return registering.prepare(prepare);
    }
    if (request instanceof AuthRequest.Order order) {
      return order(order);
    }
    return owner(request);
  }

  private Future<AuthAnswer> order(AuthRequest.Order order) {
    Orders.Who who =
        new Orders.Who(
            order.account().flatMap(AccountName::parse),
            order.by().flatMap(AccountName::parse),
            order.peer());
    return Orders.obey(order.order(), who, hands).map(AuthAnswer.Told::new);
  }

  private Future<AuthAnswer> owner(AuthRequest request) {
    return request instanceof AuthRequest.OwnerOf wanted
        ? stores.certificates().ownerOf(wanted.certificate()).map(AuthAnswer.Owner::new)
        : nameOwner(((AuthRequest.Exists) request).name());
  }

  /** Who bears that name, or one that looks like it; the server's own names are taken too. */
  private Future<AuthAnswer> nameOwner(String text) {
    AccountName name = new AccountName(text);
    return Registrations.isServiceLike(text)
        ? Future.succeededFuture(new AuthAnswer.Owner(Optional.of(name)))
        : stores.accounts().findAlike(name).map(AuthAnswer.Owner::new);
  }
}
