package conclave.gateway;

import conclave.bus.Addresses;
import conclave.bus.Announcement;
import conclave.bus.Delivery;
import conclave.bus.LogKey;
import conclave.command.Reply;
import conclave.command.ServerBan;
import conclave.dialect.Sanitizer;
import conclave.handler.Caller;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepts connections and keeps them, on one event loop. Several listeners share each port; what
 * happened comes to each of them from the rooms' owners, and each shows it to its own connections.
 */
public final class ListenerVerticle extends VerticleBase implements Listener, Reception {
  private static final Logger LOG = LoggerFactory.getLogger(ListenerVerticle.class);
  private static final String CLOSING = "The server is shutting down";
  private static final String HANDING_OVER = "This server is closing: please connect again";
  private static final long TICK_MILLIS = 1_000;
  private static final long PATIENCE_MILLIS = 8_000;
  private static final int READ_AT_ONCE = 4;
  private static final AtomicLong COUNT = new AtomicLong();

  /**
   * Where and how to listen.
   *
   * @param options with TLS or without; of HTTP for WebSockets
   */
  public record Port(SocketAddress address, NetServerOptions options) {
    /** Does each connection begin with a PROXY header? */
    boolean isProxied() {
      return options.isUseProxyProtocol();
    }
  }

  private final Node node;
  private final List<Port> ports;
  private final ConnectionGate gate;
  private final Set<Connection> connections = new LinkedHashSet<>();
  private final List<Door> doors = new ArrayList<>();
  private final Turns turns = new Turns(READ_AT_ONCE);
  private final Promise<Void> drained = Promise.promise();
  private boolean isStopping;
  private Future<Void> ended = Future.succeededFuture();
  private LocalRooms rooms;
  private LocalUsers users;
  private Flusher flusher;

  @SuppressWarnings("NullAway.Init") // start() fills what needs the loop
  public ListenerVerticle(Node node, List<Port> ports, ConnectionGate gate) {
    this.node = node;
    this.ports = List.copyOf(ports);
    this.gate = gate;
  }

  @Override
  public Future<?> start() {
    rooms = new LocalRooms(node, vertx);
    users = new LocalUsers(node, rooms);
    flusher = new Flusher(context);
    vertx.setPeriodic(TICK_MILLIS, id -> tick());
    return vertx
        .eventBus()
        .<Delivery>localConsumer(
            Addresses.node(node.id()), message -> rooms.deliver(message.body()))
        .completion()
        .compose(ready -> new Rights(node, rooms, connections).heed(vertx.eventBus()))
        .compose(ready -> hearOfUsers())
        .compose(ready -> Future.all(ports.stream().map(this::listen).toList()));
  }

  private Future<Void> hearOfUsers() {
    return vertx
        .eventBus()
        .<Announcement>localConsumer(
            Addresses.USERS, message -> message.body().event().accept(users))
        .completion();
  }

  private Future<?> listen(Port port) {
    Door door =
        port.options() instanceof HttpServerOptions
            ? new WebSocketDoor(vertx, port, node.config(), this)
            : new SocketDoor(vertx, port, this);
    doors.add(door);
    return door.open();
  }

  /**
   * Changes what holds for TLS from the next handshake on; nobody is dropped. Any thread.
   *
   * @param fresh the ports with other options, in the order that they were given in at first
   * @return failed where some port has refused its options
   */
  public Future<Void> secure(List<Port> fresh) {
    List<Future<?>> done = new ArrayList<>();
    for (int i = 0; i < fresh.size(); i++) {
      if (fresh.get(i).options().isSsl()) {
        done.add(doors.get(i).secure(fresh.get(i).options().getSslOptions()));
      }
    }
    return Future.join(done).mapEmpty();
  }

  /** Tells those who are in. Any thread. */
  public void tell(Reply news) {
    context.runOnContext(
        now ->
            List.copyOf(connections).stream()
                .filter(connection -> connection.phase() == Caller.Phase.READY)
                .forEach(connection -> connection.reply(news)));
  }

  @Override
  public void failed(Port port, Throwable failure) {
    LOG.debug("a connection to {} failed before it began", port.address(), failure);
    if (port.isProxied()
        && !(failure instanceof SSLException || failure instanceof ClosedChannelException)) {
      node.figures().badProxyHeaders.increment();
    }
  }

  /**
   * The port of that address, once started; for those that let the system choose.
   *
   * @param index among the ports
   */
  public int port(int index) {
    return doors.get(index).port();
  }

  @Override
  public boolean heeds(Port port, SocketAddress real) {
    boolean isStranger =
        port.isProxied()
            && !node.config().server().proxies().isProxy(AddressPrefix.of(real).address());
    if (isStranger) {
      node.figures().badProxyHeaders.increment();
    }
    return !isStopping && !isStranger;
  }

  @Override
  public void admit(Wire wire, AddressPrefix prefix) {
    String id = node.id() + "-" + Long.toString(COUNT.incrementAndGet(), Character.MAX_RADIX);
    LOG.atDebug()
        .addKeyValue(LogKey.CONNECTION, id)
        .addArgument(() -> prefix.prefixes().get(0))
        .log("begun from {}");
    Connection connection = new Connection(id, wire, prefix, this);
    connections.add(connection);
    connection.open();
  }

  @Override
  public void left(AddressPrefix prefix) {
    gate.left(prefix);
  }

  @Override
  public Optional<String> refusal(AddressPrefix prefix) {
    if (isStopping) {
      return Optional.of("The server is shutting down");
    }
    if (!gate.admits(prefix)) {
      return Optional.of("Too many connections from your network");
    }
    // Behind the gate, so that nobody can have the list searched more often than that lets in.
    Optional<ServerBan> ban = node.handlers().bans().of(prefix.address());
    ban.ifPresent(no -> gate.left(prefix));
    // It may be read at a bare terminal, before anybody knows which dialect is spoken.
    return ban.map(why -> "Banned (" + Sanitizer.clean(why.reason()) + ")");
  }

  @Override
  public Optional<String> moves(AddressPrefix from, AddressPrefix to) {
    Optional<String> no = refusal(to);
    if (no.isEmpty()) {
      gate.left(from);
    }
    return no;
  }

  private void tick() {
    long now = System.nanoTime();
    List.copyOf(connections).forEach(connection -> connection.tick(now));
  }

  /**
   * Takes no more connections, tells those that there are, and waits until all that concerns them
   * is stored. Any thread.
   */
  public Future<Void> drain() {
    return Future.future(done -> context.runOnContext(now -> emptied().onComplete(done)));
  }

  @Override
  public Future<?> stop() {
    return emptied().eventually(() -> Future.join(doors.stream().map(Door::close).toList()));
  }

  private Future<Void> emptied() {
    if (isStopping) {
      return ended;
    }
    isStopping = true;
    doors.forEach(Door::turnAway);
    boolean isSucceeded = node.others().areThere();
    Parting parting = isSucceeded ? Parting.handedOver(HANDING_OVER) : Parting.shutDown(CLOSING);
    List.copyOf(connections).forEach(connection -> connection.end(parting));
    long patience = vertx.setTimer(PATIENCE_MILLIS, id -> drained.tryComplete());
    completeIfDrained();
    ended =
        drained
            .future()
            .onComplete(done -> vertx.cancelTimer(patience))
            .eventually(() -> isSucceeded ? Future.succeededFuture() : dismissed());
    return ended;
  }

  /** Nobody waits for those who may come back: there is no server to come back to. */
  private Future<Void> dismissed() {
    return rooms.dismiss(absent -> !absent.isResident(), CLOSING);
  }

  private void completeIfDrained() {
    if (isStopping && connections.isEmpty()) {
      drained.tryComplete();
    }
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
  public void forget(Connection connection, AddressPrefix prefix) {
    connections.remove(connection);
    LOG.atDebug().addKeyValue(LogKey.CONNECTION, connection.connection()).log("over");
    gate.left(prefix);
    completeIfDrained();
  }
}
