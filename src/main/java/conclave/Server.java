package conclave;

import conclave.audit.AuditFile;
import conclave.auth.AccountsClient;
import conclave.auth.Audit;
import conclave.auth.AuthVerticle;
import conclave.auth.LoginFigures;
import conclave.auth.Skeleton;
import conclave.bus.Addresses;
import conclave.bus.Announcement;
import conclave.bus.BusCodec;
import conclave.cluster.Cluster;
import conclave.cluster.Joined;
import conclave.cluster.Joining;
import conclave.cluster.Network;
import conclave.cluster.NetworkVerticle;
import conclave.cluster.Networks;
import conclave.cluster.NodeTable;
import conclave.command.NodeFacts;
import conclave.command.ServerFacts;
import conclave.command.UserEvent;
import conclave.config.Config;
import conclave.config.ConfigSources;
import conclave.config.Running;
import conclave.gateway.AboutVerticle;
import conclave.gateway.Cloak;
import conclave.gateway.GatewayFigures;
import conclave.gateway.HomecomingVerticle;
import conclave.gateway.ListenerVerticle;
import conclave.gateway.Neighbours;
import conclave.gateway.Node;
import conclave.gateway.SeatVerticle;
import conclave.gateway.Seats;
import conclave.gateway.UserDirectory;
import conclave.handler.Accounts;
import conclave.handler.Handlers;
import conclave.handler.Reloads;
import conclave.handler.Rooms;
import conclave.handler.ServerBans;
import conclave.shard.RoomRouter;
import conclave.shard.RoomVerticle;
import conclave.store.Store;
import conclave.web.Desk;
import conclave.web.StatusVerticle;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The composition root: builds every part, joins ports and adapters, starts, and closes in reverse.
 */
public final class Server {
  private final Vertx vertx;
  private final Running config;
  private final Reload reload;
  private final GatewayFigures figures = new GatewayFigures();
  private final LoginFigures logins = new LoginFigures();
  private final Optional<AuditFile> audit;
  private final String node;
  private final Store store;
  private final Network network;
  private final UserDirectory users;
  private final Deployments deployments;
  private final Openness openness = new Openness();
  private final Drain drain;
  private final List<ListenerVerticle> listeners = new ArrayList<>();
  private Optional<StatusVerticle> status = Optional.empty();
  private Optional<String> firstCode = Optional.empty();

  private Server(
      Joined joined, Store store, Running config, Premises premises, ConfigSources sources) {
    this.store = store;
    this.vertx = joined.vertx();
    this.deployments = new Deployments(vertx);
    this.drain = new Drain(vertx, openness, listeners);
    this.config = config;
    this.reload = new Reload(vertx, sources, premises, config);
    this.audit = premises.audit();
    this.node = premises.node();
    this.users =
        new UserDirectory(
            figures,
            this::announce,
            Skeleton::of,
            Networks.claims(joined, () -> store.claims(node, Skeleton::of)));
    this.network =
        Networks.of(
            joined,
            new NodeTable.Entry(node, joined.node(), config.nodeName()),
            new Cluster.Ports(
                store.nodes(),
                store.logs(),
                store.roomLog(),
                everyone -> new Neighbours(node, everyone, users),
                () -> config.accounts().grace().map(Duration::toMillis).orElse(0L)));
  }

  /**
   * Starts a server.
   *
   * @param premises the data folder, opened
   * @param sources what the configuration was loaded from, and is again when that is asked for
   * @return failed with a sentence for the operator; then nothing is left running
   */
  public static Future<Server> start(Config config, Premises premises, ConfigSources sources) {
    VertxOptions options =
        new VertxOptions().setEventLoopPoolSize(loops()).setPreferNativeTransport(true);
    return Joining.start(config.cluster(), premises.node(), options)
        .onFailure(failure -> premises.audit().ifPresent(AuditFile::close))
        .compose(joined -> start(joined, config, premises, sources));
  }

  private static Future<Server> start(
      Joined joined, Config config, Premises premises, ConfigSources sources) {
    Vertx vertx = joined.vertx();
    BusCodec.register(vertx.eventBus());
    // Without a context, so that it can still tell of the failure when all loops are closed.
    Promise<Server> started = Promise.promise();
    Store.open(vertx, config.store(), premises.data(), config.limits().storeQueue())
        .compose(
            store ->
                Networks.secret(joined, premises.cloakKey(), store::sharedSecret)
                    .compose(
                        secret ->
                            new Server(joined, store, new Running(config), premises, sources)
                                .start(premises, secret, loops()))
                    .recover(e -> store.close().transform(closed -> Future.failedFuture(e))))
        .onComplete(
            started::complete,
            failure -> {
              premises.audit().ifPresent(AuditFile::close);
              vertx.close().onComplete(closed -> started.fail(failure));
            });
    return started.future();
  }

  private void announce(UserEvent event) {
    network.tell(Addresses.USERS, new Announcement(event));
  }

  private static int loops() {
    return Math.max(1, Runtime.getRuntime().availableProcessors());
  }

  private Future<Server> start(Premises premises, byte[] secret, int loops) {
    store.retain(config, network::isFirst);
    Rooms rooms = new RoomRouter(network.owners(), network.outlet());
    Accounts accounts = new AccountsClient(vertx.eventBus());
    ServerBans bans = SharedBans.of(store.bans(), network, vertx.eventBus());
    Handlers.Ports asked =
        new Handlers.Ports(
            rooms, users, accounts, store.kept(), bans, reload, drain, network.servers());
    Handlers handlers = new Handlers(config, reload::facts, asked);
    Node node = node(handlers, rooms, accounts, new Cloak(secret));
    List<RoomVerticle> owners = owners(loops);
    List<Deployable> parts = new ArrayList<>();
    StatusVerticle page = status(handlers, accounts, parts, loops);
    // First, and so last to end: it tells meanwhile that nobody shall come.
    parts.add(page);
    parts.addAll(owners);
    parts.add(new NetworkVerticle(network, owners));
    AuthVerticle auth = auth(secret);
    parts.add(new AboutVerticle(handlers.here()));
    parts.addAll(List.of(auth, new SeatVerticle(node), new HomecomingVerticle(node)));
    listeners.addAll(Listeners.of(node, config, reload, premises, loops));
    parts.addAll(listeners);
    reload.tell(new Reload.Parts(listeners, page, auth));
    return bans.load()
        .compose(known -> FirstCode.of(store.accounts(), store.codes(), config.cluster().enabled()))
        .onSuccess(code -> firstCode = code)
        .compose(code -> deployments.start(parts))
        .onSuccess(all -> openness.open())
        .map(this);
  }

  private StatusVerticle status(
      Handlers handlers, Accounts accounts, List<Deployable> parts, int loops) {
    Glance glance =
        new Glance(
            new Glance.Sights(store, reload, logins, figures, users, network.servers(), openness));
    Supplier<Future<List<NodeFacts>>> nodes = handlers.census()::all;
    parts.addAll(glance.lags(loops));
    StatusVerticle page =
        glance.page(
            vertx, config, new Desk(node, accounts, users, nodes, glance::busiest, trail(), drain));
    status = Optional.of(page);
    return page;
  }

  private Node node(Handlers handlers, Rooms rooms, Accounts accounts, Cloak cloak) {
    return new Node(
        this.node,
        config,
        reload.facts(),
        handlers,
        rooms,
        accounts,
        store.history(),
        store.bookmarks(),
        new Seats(network.others()),
        network.others(),
        users,
        figures,
        cloak);
  }

  private Audit trail() {
    return audit.map(Audit.class::cast).orElse(Audit.none());
  }

  private AuthVerticle auth(byte[] secret) {
    return new AuthVerticle(
        config, store.identity(), logins, trail(), network, network.others(), secret);
  }

  private List<RoomVerticle> owners(int loops) {
    RoomVerticle.Joints joints =
        new RoomVerticle.Joints(store.logs(), network.owners(), network.outlet());
    return IntStream.range(0, loops)
        .mapToObj(loop -> new RoomVerticle(node, config, joints))
        .toList();
  }

  /**
   * The code with which the first account registers and becomes the administrator; nothing where
   * there are accounts.
   */
  public Optional<String> firstCode() {
    return firstCode;
  }

  public ServerFacts facts() {
    return reload.facts();
  }

  /** What is counted at the sockets. */
  public GatewayFigures figures() {
    return figures;
  }

  /** SHA-256 of the certificate. */
  public String fingerprint() {
    return reload.certificate().fingerprint();
  }

  /** Reads the configuration again. */
  public Reloads reloads() {
    return reload;
  }

  /** The port of the first address. */
  public int port() {
    return port(0);
  }

  /** The port of an address: those with TLS come first, then those without. */
  public int port(int index) {
    return listeners.get(0).port(index);
  }

  /** The port of the status page; 0 for none. */
  public int statusPort() {
    return status.map(StatusVerticle::port).orElse(0);
  }

  /** Done when the other nodes have declared this one dead: it is of no use any more. */
  Future<Void> lost() {
    return network.buried();
  }

  /** Done when somebody has asked for the end, and it is time for it. */
  public Future<Void> endAsked() {
    return drain.asked();
  }

  /** Tells the clients, finishes what was begun, and lets go of everything. */
  public Future<Void> close() {
    return drain
        .now()
        .eventually(deployments::end)
        .eventually(() -> store.close())
        .eventually(
            () ->
                vertx.executeBlocking(
                    () -> {
                      audit.ifPresent(AuditFile::close);
                      return null;
                    }))
        .eventually(vertx::close);
  }
}
