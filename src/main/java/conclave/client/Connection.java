package conclave.client;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One connection on which the server has said welcome. One thread reads; any may send. */
final class Connection implements Wire {
  private static final Duration LOG_IN_LIMIT = Duration.ofSeconds(60);
  private static final Duration FAREWELL_LIMIT = Duration.ofSeconds(2);

  private static final List<String> NEEDED = List.of("conclave/id", "labeled-response");

  /** Is given what the server says to people during the log-in. */
  interface Greeting {
    void hear(IrcLine line) throws IOException;
  }

  private final Link link;
  private final LogIn logIn;
  private final Pulse pulse;

  private Connection(Link link, LogIn logIn) {
    this.link = link;
    this.logIn = logIn;
    this.pulse = new Pulse(link);
  }

  /**
   * Connects and logs in.
   *
   * @param greeting is given the server's notices and its welcome
   */
  static Connection open(
      ServerAddress server, Trust trust, Credentials credentials, Greeting greeting)
      throws IOException, TrustRefused {
    Link link = Link.open(server, trust, credentials.certificate());
    try {
      LogIn logIn = new LogIn(credentials, link.endPoint());
      link.readTimeout(LOG_IN_LIMIT);
      sendAll(link, logIn.begin());
      while (!logIn.done()) {
        IrcLine line = link.read();
        if (line == null) {
          throw new IOException("the server closed the connection during the log-in");
        }
        sendAll(link, logIn.on(line));
        if (line.command().equals("NOTICE") || logIn.done()) {
          greeting.hear(line);
        }
      }
      link.readTimeout(Duration.ZERO);
      return new Connection(link, logIn);
    } catch (IOException e) {
      link.cut();
      throw e;
    }
  }

  boolean isLoggedIn() {
    return logIn.isAuthenticated();
  }

  /** Whether what is said comes back when the server has it. */
  boolean echoes() {
    return logIn.has("echo-message");
  }

  /** Whether a message may have several lines. */
  boolean multiline() {
    return knowsIds() && logIn.has("draft/multiline");
  }

  /** Whether what is said twice under one id is said once, and answered under it. */
  boolean knowsIds() {
    return echoes() && logIn.has("batch") && NEEDED.stream().allMatch(logIn::has);
  }

  /** The next line that is not just between the programs; null when the server has closed. */
  @Override
  public @Nullable IrcLine read() throws IOException {
    IrcLine line = link.read();
    while (line != null && (line.command().equals("PING") || line.command().equals("CAP"))) {
      sendAll(link, logIn.on(line));
      line = link.read();
    }
    return line;
  }

  @Override
  public void send(IrcLine line) throws IOException {
    link.send(line);
  }

  /** A read that takes longer fails; zero waits for ever. */
  void readTimeout(Duration limit) throws IOException {
    link.readTimeout(limit);
  }

  /** Says goodbye; the server then closes, and the reader sees it, or its limit. */
  void takeLeave() throws IOException {
    link.readTimeout(FAREWELL_LIMIT);
    link.send(IrcLine.of("QUIT", "leaving"));
  }

  /** What to say of this end. */
  String diagnosis(IOException e) {
    return pulse.diagnosis().orElse(String.valueOf(e.getMessage()));
  }

  @Override
  public void cut() {
    pulse.stop();
    link.cut();
  }

  private static void sendAll(Link link, List<IrcLine> lines) throws IOException {
    for (IrcLine line : lines) {
      link.send(line);
    }
  }
}
