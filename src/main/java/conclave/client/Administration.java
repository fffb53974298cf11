package conclave.client;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;

/** Asks a server to administer it, one thing after another. Used by one thread. */
public final class Administration implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Answers that are complete with the line that bears one of these. */
  private static final Set<String> LAST = Set.of("END", "DONE", "CODE", "INVITATION", "ENDED");

  private final Wire wire;

  private Administration(Wire wire) {
    this.wire = wire;
  }

  /**
   * Through the control socket of a server on this machine, where no log-in is needed.
   *
   * @throws IOException if nobody listens there, or this user may not
   */
  public static Administration local(Path socket) throws IOException {
    Link link = Link.local(socket);
    link.readTimeout(PATIENCE);
    return new Administration(link);
  }

  /** Through TLS, with the log-in of an administrator. */
  public static Administration remote(ServerAddress server, Trust trust, Credentials credentials)
      throws IOException, TrustRefused {
    Connection connection = Connection.open(server, trust, credentials, line -> {});
    connection.readTimeout(PATIENCE);
    return new Administration(connection);
  }

  /**
   * Asks one thing.
   *
   * @param listed is given each line of a list
   * @return the last line of the answer
   * @throws IOException with the server's words if it refuses, or if it is gone
   */
  public IrcLine ask(IrcLine request, Consumer<IrcLine> listed) throws IOException {
    wire.send(request);
    for (IrcLine line = wire.read(); line != null; line = wire.read()) {
      refuse(line);
      if (isAnswer(line) && LAST.contains(line.param(1))) {
        return line;
      }
      if (isAnswer(line)) {
        listed.accept(line);
      }
    }
    throw new IOException("the server closed the connection");
  }

  /**
   * Has the server read its configuration again.
   *
   * @param told is given each line of the answer
   * @return false where there is a mistake in it, so that nothing was changed
   * @throws IOException with the server's words if it refuses, or if it is gone
   */
  public boolean reload(Consumer<IrcLine> told) throws IOException {
    wire.send(IrcLine.of("REHASH"));
    for (IrcLine line = wire.read(); line != null; line = wire.read()) {
      if (!line.param(0).equals("REHASH")) {
        refuse(line);
        continue;
      }
      told.accept(line);
      if (line.param(1).equals("DONE") || line.param(1).equals("KEPT")) {
        return line.param(1).equals("DONE");
      }
    }
    throw new IOException("the server closed the connection");
  }

  /**
   * Has the server end.
   *
   * @param seconds what who is there has until then
   * @return the answer; its third parameter is the number of the server's process
   * @throws IOException with the server's words if it refuses, or if it is gone
   */
  public IrcLine drain(int seconds) throws IOException {
    wire.send(IrcLine.of("DRAIN", Integer.toString(seconds)));
    for (IrcLine line = wire.read(); line != null; line = wire.read()) {
      refuse(line);
      if (line.command().equals("NOTE") && line.param(0).equals("DRAIN")) {
        return line;
      }
    }
    throw new IOException("the server closed the connection");
  }

  /** Takes leave, as far as the server still listens. */
  @Override
  public void close() {
    try {
      wire.send(IrcLine.of("QUIT"));
    } catch (IOException e) {
      // it has gone first
    }
    wire.cut();
  }

  private static boolean isAnswer(IrcLine line) {
    return line.command().equals("NOTE")
        && (line.param(0).equals("ACCOUNT") || line.param(0).equals("SESSIONS"));
  }

  private static void refuse(IrcLine line) throws IOException {
    switch (line.command()) {
      case "FAIL", "ERROR", "421", "451", "461", "481" -> throw new IOException(line.text());
      default -> {
        // an answer, or something else that the server says meanwhile
      }
    }
  }
}
