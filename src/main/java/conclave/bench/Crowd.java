package conclave.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.OpenSSLEngineOptions;
import io.vertx.core.net.TrustOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** Many clients, all on one loop; what comes to them goes to the run of the moment. */
final class Crowd implements Client.Host {
  private static final int CONNECT_MILLIS = 30_000;
  private static final long GOODBYE_MILLIS = 10_000;

  /** Who hears what comes. */
  interface Listener {
    void message(Client client, Stamp stamp);

    void foreign();

    void told();

    void over(Client client, String why);
  }

  private final Vertx vertx;
  private final Approach approach;
  private final List<NetClient> doors;

  private final Nicks nicks = new Nicks();

  private final Map<Integer, Client> clients = new HashMap<>();
  private byte[] scratch = new byte[1 << 16];
  private Listener listener = new Nobody();
  private Optional<String> loss = Optional.empty();

  /** Nobody yet. */
  Crowd(Vertx vertx, Approach approach) {
    this.vertx = vertx;
    this.approach = approach;
    this.doors =
        approach.destinations().stream()
            .map(destination -> vertx.createNetClient(options(destination)))
            .toList();
  }

  private static NetClientOptions options(Destination destination) {
    NetClientOptions options =
        new NetClientOptions().setConnectTimeout(CONNECT_MILLIS).setTcpNoDelay(true);
    if (destination.isSecure()) {
      options
          .setSsl(true)
          .setTrustOptions(TrustOptions.wrap(destination.trust()))
          .setHostnameVerificationAlgorithm("") // the first connection of all has seen to that
          .setSslHandshakeTimeout(CONNECT_MILLIS)
          .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
      if (OpenSSLEngineOptions.isAvailable()) {
        options.setSslEngineOptions(new OpenSSLEngineOptions().setSessionCacheEnabled(false));
      }
    }
    return options;
  }

  /**
   * Lets so many in, a few at once.
   *
   * @param wantsEcho by the number of the client
   * @param took takes how long each needed, from the first packet to the welcome
   */
  Future<Void> enter(int count, IntPredicate wantsEcho, Latencies took) {
    return each(count, number -> enter(number, wantsEcho.test(number), took));
  }

  private Future<Void> enter(int number, boolean wantsEcho, Latencies took) {
    int server = number % doors.size();
    Destination destination = approach.destinations().get(server);
    long begun = System.nanoTime();
    return doors
        .get(server)
        .connect(destination.address().port(), destination.address().host())
        .compose(socket -> client(number, socket).enter(wantsEcho))
        .map(
            client -> {
              took.record(System.nanoTime() - begun);
              return null;
            });
  }

  private Client client(int number, NetSocket socket) {
    Optional<LogIn> logIn = approach.logIn();
    String nick = logIn.map(one -> one.account(number)).orElseGet(() -> nicks.nick(number));
    Entering entering = new Entering(nick, logIn.map(one -> one.plain(number)));
    Client client = new Client(number, this, socket, entering, approach.payload());
    clients.put(number, client);
    return client;
  }

  /**
   * Lets clients into their rooms of that kind, a few at once.
   *
   * @param from the number of the first of them
   * @param to the number behind the last
   */
  Future<Void> join(Seating seating, String kind, int from, int to) {
    return each(to - from, i -> join(from + i, room(kind, seating.room(from + i))));
  }

  private Future<Void> join(int number, String room) {
    return client(number).ask("JOIN " + room, line -> line.command().equals("366")).mapEmpty();
  }

  /** Has the first client of each room, which has made it, give it a mode. */
  Future<Void> mode(Seating seating, String kind, String mode) {
    return each(seating.rooms(), number -> mode(number, room(kind, number), mode));
  }

  private Future<Void> mode(int number, String room, String mode) {
    return client(number)
        .ask(
            "MODE " + room + " " + mode,
            line -> line.command().equals("MODE") && line.params().contains(mode))
        .mapEmpty();
  }

  /** The name of a room. */
  String room(String kind, int number) {
    return String.format(Locale.ROOT, "#%s-%s-%d", kind, nicks.tag(), number);
  }

  /** Does it for each, some at once; failed with the first that fails. */
  private Future<Void> each(int count, IntFunction<Future<Void>> step) {
    return new Turns(vertx, count, step).take(approach.atOnce());
  }

  Client client(int number) {
    return Objects.requireNonNull(clients.get(number));
  }

  /** From now on this hears what comes. */
  void listen(Listener run) {
    listener = run;
  }

  /** Nobody hears it any more. */
  void listenNot() {
    listener = new Nobody();
  }

  /** Why connections have ended that were to stay, if any has. */
  Optional<String> loss() {
    return loss;
  }

  /** Says goodbye for all, and closes what does not go by itself. */
  Future<Void> leave() {
    listenNot();
    List<Client> all = List.copyOf(clients.values());
    clients.clear();
    Future<Void> gone = Future.join(all.stream().map(Client::quit).toList()).mapEmpty();
    return Future.any(gone, vertx.timer(GOODBYE_MILLIS, TimeUnit.MILLISECONDS))
        .onComplete(done -> all.forEach(Client::cut))
        .mapEmpty();
  }

  @Override
  public byte[] scratch(int length) {
    if (scratch.length < length) {
      scratch = new byte[2 * length];
    }
    return scratch;
  }

  @Override
  public void message(Client client, Stamp stamp) {
    listener.message(client, stamp);
  }

  @Override
  public void foreign() {
    listener.foreign();
  }

  @Override
  public void told() {
    listener.told();
  }

  @Override
  public void over(Client client, String why) {
    loss = Optional.of(why);
    listener.over(client, why);
  }

  /** What comes between two runs is of neither. */
  private static final class Nobody implements Listener {
    @Override
    public void message(Client client, Stamp stamp) {}

    @Override
    public void foreign() {}

    @Override
    public void told() {}

    @Override
    public void over(Client client, String why) {}
  }
}
