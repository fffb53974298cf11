package conclave.client;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A user's presence on a server, over as many connections as it takes: it logs in, tells what
 * happens, says what it is given, and comes back to its rooms after a loss. Any thread may speak.
 * Events are told one at a time, by the session's own thread once {@link #start} has returned.
 */
public final class Session implements AutoCloseable {
  private static final Duration FAREWELL_LIMIT = Duration.ofSeconds(3);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

  private final ServerAddress server;
  private final Trust trust;
  private final Keyring keyring;
  private final OwnSession own;
  private final Requests requests = new Requests(this::sendLine);
  private final People people = new People(this::sendLine);
  private final Consumer<Event> listener;
  private final Interpreter interpreter = new Interpreter(Clock.systemUTC());
  private final Speaker speaker = new Speaker();
  private final KeptRooms rooms = new KeptRooms();
  private final Backoff backoff = new Backoff();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread reader = new Thread(this::live, "conclave-client");
  private volatile @Nullable Connection current;

  /** A session that always logs in with these. */
  public Session(
      ServerAddress server, Trust trust, Credentials credentials, Consumer<Event> listener) {
    this(server, trust, Keyring.of(credentials), listener);
  }

  public Session(ServerAddress server, Trust trust, Keyring keyring, Consumer<Event> listener) {
    this.server = server;
    this.trust = trust;
    this.keyring = keyring;
    this.listener = listener;
    this.own = new OwnSession(keyring, this::send, this::tell);
    reader.setDaemon(true);
  }

  /**
   * Connects, logs in and asks for the rooms. May be tried again if it failed.
   *
   * @throws TrustRefused if the server's certificate is not to be trusted
   * @throws LogInRefused if the server does not let this user in
   * @throws IOException if the server can't be reached
   */
  public void start(List<String> firstRooms) throws IOException, TrustRefused {
    firstRooms.forEach(rooms::remember);
    connect();
    reader.start();
  }

  public String nick() {
    return interpreter.nick();
  }

  public void join(String room) throws IOException {
    rooms.remember(room);
    send("JOIN", room);
  }

  public void part(String room, String reason) throws IOException {
    send("PART", room, reason);
  }

  /**
   * Says a text, in several messages if it is too long for one. Several lines are one message where
   * the server knows such, else one each.
   */
  public void say(String target, String text) throws IOException {
    speak(target, text, Event.Manner.MESSAGE);
  }

  /** Says what this user does, as {@code /me} does. */
  public void act(String target, String text) throws IOException {
    speak(target, text, Event.Manner.ACTION);
  }

  /** What can be asked of the server about rooms and what was said in them. */
  public Requests ask() {
    return requests;
  }

  /** What can be asked of others, and about them. */
  public People people() {
    return people;
  }

  /** What was said and is not yet known to be on the server, oldest first. */
  public List<Pending> pending() {
    return speaker.pending();
  }

  /** What this log-in is to the server, and what can be asked about it. */
  public OwnSession own() {
    return own;
  }

  /**
   * Ends this session at the server and forgets its token; then the same as {@link #close}.
   *
   * @return whether the server has ended it
   */
  public boolean logOut() throws IOException, InterruptedException {
    keyring.forget();
    Optional<String> number = own.number(ANSWER_LIMIT);
    closing.countDown(); // the end that comes now is no loss
    if (number.isPresent()) {
      own.end(number.get());
    }
    close();
    return number.isPresent() && own.isOver();
  }

  /** Waits until all that was said has come back or was refused; false if it takes too long. */
  public boolean awaitConfirmed(Duration limit) throws InterruptedException {
    return speaker.awaitNone(limit);
  }

  /** Takes leave of the server; no event is told any more. */
  @Override
  public void close() {
    closing.countDown();
    Connection connection = current;
    if (connection == null) {
      return;
    }
    try {
      connection.takeLeave();
      if (Thread.currentThread() != reader) {
        reader.join(FAREWELL_LIMIT.toMillis());
      }
    } catch (IOException e) {
      connection.cut(); // gone without a farewell
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    drop(connection);
  }

  private void speak(String target, String text, Event.Manner manner) throws IOException {
    boolean action = manner == Event.Manner.ACTION;
    Connection connection = current;
    int space = LineSpace.left(nick(), target);
    for (String part : Paragraphs.of(text.stripTrailing(), space, speaker.multiline())) {
      String words = action ? "\u0001ACTION " + part + '\u0001' : part;
      speaker.say(connection, target, part, words);
      if (connection != null && !connection.echoes()) {
        tell(
            new Event.Said(
                Clock.systemUTC().instant(), nick(), target, part, manner, true, false, 0, ""));
      }
    }
  }

  private void send(String command, String... params) throws IOException {
    sendLine(IrcLine.of(command, params));
  }

  private void sendLine(IrcLine line) throws IOException {
    connection().send(line);
  }

  private Connection connection() throws IOException {
    Connection connection = current;
    if (connection == null) {
      throw new IOException("there is no connection at the moment");
    }
    return connection;
  }

  private void connect() throws IOException, TrustRefused {
    interpreter.reset();
    Connection connection =
        keyring.open(credentials -> Connection.open(server, trust, credentials, this::hear));
    current = connection;
    tell(new Event.Connected(nick(), connection.isLoggedIn()));
    try {
      if (connection.isLoggedIn()) {
        own.askToken();
      }
      tellLost(speaker.connected(connection, rooms.all()));
    } catch (IOException e) {
      drop(connection);
      throw e;
    }
  }

  /** The reader's life: hear until the connection is lost, come back, and again. */
  private void live() {
    Optional<String> lost = Optional.of(listen());
    while (lost.isPresent() && closing.getCount() > 0) {
      Duration pause = backoff.next();
      tell(new Event.Disconnected(lost.get(), Optional.of(pause), speaker.uncertain()));
      lost = comeBack(pause);
      if (lost.isPresent() && lost.get().isEmpty()) {
        backoff.reset();
        lost = Optional.of(listen());
      }
    }
  }

  /** Why it failed; the empty text if it worked; nothing at all if it is of no use to go on. */
  private Optional<String> comeBack(Duration pause) {
    try {
      if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.empty();
      }
      connect();
      return Optional.of("");
    } catch (TrustRefused e) {
      giveUp("the server shows another certificate now, " + e.shown() + ", not to be trusted");
    } catch (LogInRefused e) {
      if (e.retryAfter().isPresent()) {
        backoff.atLeast(e.retryAfter().get());
        return Optional.of("the server refuses the log-in for now: " + e.getMessage());
      }
      giveUp("the server refuses the log-in: " + e.getMessage());
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  private void giveUp(String reason) {
    tell(new Event.Disconnected(reason, Optional.empty(), speaker.drain()));
  }

  /** Tells what the server says until it says no more; returns why. */
  private String listen() {
    Connection connection = current;
    String reason = "the server closed the connection";
    if (connection == null) {
      return reason;
    }
    try {
      for (IrcLine line = connection.read(); line != null; line = connection.read()) {
        hear(line);
      }
    } catch (IOException e) {
      reason = connection.diagnosis(e);
    }
    drop(connection);
    return reason;
  }

  private void hear(IrcLine line) throws IOException {
    if (own.hears(line)) {
      return;
    }
    Optional<Event> event = speaker.repeats(line) ? Optional.empty() : interpreter.on(line);
    event.map(one -> speaker.refusal(line, one)).ifPresent(this::tell);
    event.ifPresent(this::note); // what was waited for has been told by then
    tellLost(speaker.heard(line));
  }

  private void tellLost(List<String> texts) {
    if (!texts.isEmpty()) {
      tell(new Event.Told("Perhaps not delivered: " + String.join(" / ", texts)));
    }
  }

  private void note(Event event) {
    speaker.note(event);
    rooms.note(event);
  }

  private void drop(Connection connection) {
    current = null;
    connection.cut();
    speaker.lost();
  }

  private void tell(Event event) {
    synchronized (listener) {
      if (closing.getCount() > 0) {
        listener.accept(event);
      }
    }
  }
}
