package conclave.gateway;

import static org.awaitility.Awaitility.await;

import conclave.bus.Others;
import conclave.command.ServerAnswer.Draining;
import conclave.command.ServerFacts;
import conclave.command.User;
import conclave.config.Config;
import conclave.config.ConfigLoader;
import conclave.handler.Claims;
import conclave.handler.Forgetful;
import conclave.handler.Handlers;
import conclave.handler.History;
import conclave.handler.Kept;
import conclave.handler.NoBookmarks;
import conclave.handler.NoPast;
import conclave.handler.Nobody;
import conclave.handler.Nowhere;
import conclave.handler.OneServer;
import conclave.handler.Rooms;
import conclave.handler.ServerBans;
import conclave.handler.Silent;
import conclave.handler.Unchecked;
import conclave.handler.Unfound;
import conclave.handler.Unread;
import conclave.handler.Unsettled;
import conclave.handler.Users;
import conclave.name.Source;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A connection with a real socket, whose peer is an IRC client that keeps what it is shown. */
final class LiveConnection implements Listener, AutoCloseable {
  static final String ID = "c1";

  private final Vertx vertx = Vertx.vertx();

  /** Kept here, since its sockets close when it is collected. */
  private final NetClient client = vertx.createNetClient();

  private final Promise<Connection> accepted = Promise.promise();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final Node node;
  private final LocalRooms rooms;
  private final LocalUsers users;
  private final Turns turns = new Turns(1);
  private final Connection connection;
  private final NetSocket peer;
  private Context loop;
  private Flusher flusher;

  LiveConnection() throws Exception {
    this(new NoPast());
  }

  LiveConnection(History history) throws Exception {
    this(history, new Nowhere());
  }

  @SuppressWarnings({"NullAway.Init", "this-escape"}) // accept() fills what needs the loop
  LiveConnection(History history, Rooms known) throws Exception {
    node = nodeOfNobody(history, known);
    rooms = new LocalRooms(node, vertx);
    users = new LocalUsers(node, rooms);
    NetServer server = vertx.createNetServer().connectHandler(this::accept);
    int port = server.listen(0, "::1").await(5, TimeUnit.SECONDS).actualPort();
    peer = client.connect(port, "::1").await(5, TimeUnit.SECONDS);
    peer.handler(bytes -> heard.add(bytes.toString()));
    peer.write("PING start\r\n");
    connection = accepted.future().await(5, TimeUnit.SECONDS);
    hears("PONG irc.example :start\r\n");
    heard.clear();
  }

  private void accept(NetSocket socket) {
    loop = vertx.getOrCreateContext();
    flusher = new Flusher(loop);
    Connection open =
        new Connection(
            ID,
            new SocketWire((NetSocketInternal) socket),
            AddressPrefix.of(socket.remoteAddress()),
            this);
    open.open();
    accepted.complete(open);
  }

  static Node nodeOfNobody(History history, Rooms rooms) {
    Config config = ConfigLoader.defaults();
    ServerFacts facts =
        new ServerFacts("irc.example", "Conclave", "1", "today", List.of(), List.of());
    GatewayFigures figures = new GatewayFigures();
    UserDirectory users = new UserDirectory(figures, event -> {}, nick -> nick, Claims.NONE);
    Handlers handlers =
        new Handlers(
            config,
            () -> facts,
            new Handlers.Ports(
                rooms,
                users,
                new Nobody(),
                new Kept(
                    history,
                    new Unread(),
                    new Silent(),
                    new Unsettled(),
                    new Unchecked(),
                    new Unfound()),
                new ServerBans(new Forgetful(), () -> {}),
                by -> Future.failedFuture("nothing to reload"),
                (in, by) -> new Draining(1, in),
                new OneServer()));
    return new Node(
        "n1",
        config,
        facts,
        handlers,
        rooms,
        new Nobody(),
        history,
        new NoBookmarks(),
        new Seats(Others.none()),
        Others.none(),
        users,
        figures,
        new Cloak(new byte[32]));
  }

  /** Its peer sends a line. */
  void says(String line) {
    peer.write(line + "\r\n");
  }

  /** Does something with the connection on its loop, and waits until it is done. */
  void on(Consumer<Connection> action) throws Exception {
    Promise<Void> done = Promise.promise();
    loop.runOnContext(
        now -> {
          action.accept(connection);
          done.complete();
        });
    done.future().await(5, TimeUnit.SECONDS);
  }

  /** Its user is that one from now on. */
  LiveConnection as(Source source) throws Exception {
    User user = new User(source, source.nick().text(), 0, false, true, Set.of());
    on(open -> open.admitted(user, Users.Claim.NEW));
    return this;
  }

  /** Waits until that holds of the connection, as its loop sees it. */
  void until(Predicate<Connection> isSo) {
    await()
        .atMost(Duration.ofSeconds(5))
        .until(
            () -> {
              AtomicBoolean holds = new AtomicBoolean();
              on(open -> holds.set(isSo.test(open)));
              return holds.get();
            });
  }

  /** Waits until the peer has been shown this, and everything before it. */
  String hears(String text) {
    await().atMost(Duration.ofSeconds(5)).until(() -> String.join("", heard).contains(text));
    return String.join("", heard);
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public Vertx vertx() {
    return vertx;
  }

  @Override
  public Flusher flusher() {
    return flusher;
  }

  @Override
  public LocalRooms rooms() {
    return rooms;
  }

  @Override
  public LocalUsers users() {
    return users;
  }

  @Override
  public Turns turns() {
    return turns;
  }

  @Override
  public Optional<String> moves(AddressPrefix from, AddressPrefix to) {
    return Optional.empty();
  }

  @Override
  public void forget(Connection forgotten, AddressPrefix prefix) {}

  @Override
  public void close() {
    vertx.close().await();
  }
}
