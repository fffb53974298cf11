package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** One client on a real TLS socket. What it hears is kept until it is asked for, line by line. */
final class Peer implements AutoCloseable {
  /** How long anything may take before a test gives up on it. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final InetAddress HERE_BY_IPV4 = Door.address(new byte[] {127, 0, 0, 1});

  private static final byte[] NOTHING = {};

  private static final AtomicInteger FENCES = new AtomicInteger();

  private final Socket socket;
  private final BlockingQueue<Optional<String>> heard = new LinkedBlockingQueue<>();
  private final List<String> taken = new ArrayList<>();
  private final Semaphore ears = new Semaphore(1);
  private boolean isPlain;
  private boolean hasSpoken;
  private boolean isOver;
  private volatile boolean isBroken;

  private Peer(Socket socket) {
    this.socket = socket;
  }

  /** Connects to a server on this machine, which must show this certificate, and listens. */
  static Peer connect(int port, String fingerprint) {
    return connect(Door.here(), port, fingerprint);
  }

  /** The same at another address. */
  static Peer connect(InetAddress host, int port, String fingerprint) {
    Peer peer = open(NOTHING, Optional.empty(), host, port, fingerprint);
    peer.listen();
    return peer;
  }

  /** Connects from an address of 127.0.0.0/8, so that it seems to be somebody elsewhere. */
  static Peer connectFrom(InetAddress source, int port, String fingerprint) {
    Peer peer = open(NOTHING, Optional.of(source), HERE_BY_IPV4, port, fingerprint);
    peer.listen();
    return peer;
  }

  /**
   * Connects as a proxy does, from an address of 127.0.0.0/8.
   *
   * @param header goes before TLS
   */
  static Peer behind(byte[] header, InetAddress source, int port, String fingerprint) {
    Peer peer = open(header, Optional.of(source), HERE_BY_IPV4, port, fingerprint);
    peer.listen();
    return peer;
  }

  /** Connects, and reads nothing until {@link #listen}. */
  static Peer deaf(int port, String fingerprint) {
    return open(NOTHING, Optional.empty(), Door.here(), port, fingerprint);
  }

  private static Peer open(
      byte[] header,
      Optional<InetAddress> source,
      InetAddress server,
      int port,
      String fingerprint) {
    return new Peer(Plug.open(header, source, server, port, fingerprint));
  }

  /** Reads from now on. */
  void listen() {
    Thread reader = new Thread(this::readAll, "peer");
    reader.setDaemon(true);
    reader.start();
  }

  /** Reads no more until {@link #hearAgain}. */
  Peer turnDeaf() {
    ears.acquireUninterruptibly();
    return this;
  }

  Peer hearAgain() {
    ears.release();
    return this;
  }

  private void readAll() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        heard.add(Optional.of(line));
        ears.acquire();
        ears.release();
      }
    } catch (IOException broken) {
      isBroken = true; // it ends as a closed one does
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    heard.add(Optional.empty());
  }

  /** This peer speaks the dialect for people. */
  Peer plain() {
    isPlain = true;
    return this;
  }

  /** Sends a line. A first one with a slash is a person's. */
  Peer send(String line) {
    isPlain |= !hasSpoken && line.startsWith("/");
    hasSpoken = true;
    return sendBytes((line + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Sends bytes as they are. */
  Peer sendBytes(byte[] bytes) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next line; empty at the end of the connection. */
  Optional<String> next() {
    return next(PATIENCE);
  }

  /** The same, which may be long in coming. */
  Optional<String> next(Duration patience) {
    if (isOver) {
      return Optional.empty();
    }
    try {
      Optional<String> line = heard.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (line == null) {
        return fail("nothing came within " + patience + ", after:\n" + String.join("\n", taken));
      }
      line.ifPresent(taken::add);
      isOver = line.isEmpty();
      return line;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The next line must be this one; {@code *} stands for anything. */
  String expect(String pattern) {
    String line =
        next().orElseGet(() -> fail((isBroken ? "broken" : "closed") + " instead of: " + pattern));
    if (!matches(pattern, line)) {
      assertThat(line).as("after:\n%s", String.join("\n", lastTaken())).isEqualTo(pattern);
    }
    return line;
  }

  /** The next line that is not such a one. */
  String expectPassing(String pattern) {
    String line = next().orElseGet(() -> fail("closed"));
    return matches(pattern, line) ? expectPassing(pattern) : line;
  }

  /** Passes over lines up to this one. */
  String await(String pattern) {
    for (Optional<String> line = next(); line.isPresent(); line = next()) {
      if (matches(pattern, line.get())) {
        return line.get();
      }
    }
    return fail("closed before: " + pattern + "\nafter:\n" + String.join("\n", lastTaken()));
  }

  /** Passes over lines up to this one, and goes on. */
  Peer skip(String pattern) {
    await(pattern);
    return this;
  }

  /** Lines up to and with this one. */
  List<String> readUntil(String pattern) {
    int from = taken.size();
    await(pattern);
    return List.copyOf(taken.subList(from, taken.size()));
  }

  /** The connection must end now. */
  void expectClosed() {
    Optional<String> line = next();
    assertThat(line).as("after:\n%s", String.join("\n", lastTaken())).isEmpty();
  }

  /** The server must have nothing more to say: what a question brings now is its answer alone. */
  void expectNothingMore() {
    expect(askFence());
  }

  /** Passes over everything that the server has to say so far. */
  void skipAll() {
    await(askFence());
  }

  /** Sends a line; what the server says up to when it has answered it. */
  List<String> ask(String line) {
    send(line);
    String fence = askFence();
    List<String> heard = readUntil(fence);
    return heard.subList(0, heard.size() - 1);
  }

  /** Asks something that only the server's answer can follow. */
  private String askFence() {
    String fence = "fence" + FENCES.incrementAndGet();
    send(isPlain ? "/" + fence : "PING " + fence);
    return isPlain ? "! There is no command /" + fence + "; *" : ":* PONG * :" + fence;
  }

  private List<String> lastTaken() {
    return taken.subList(Math.max(0, taken.size() - 20), taken.size());
  }

  static boolean matches(String pattern, String line) {
    String regex =
        Pattern.compile("\\*")
            .splitAsStream(pattern + "\n")
            .map(Pattern::quote)
            .reduce((a, b) -> a + ".*" + b)
            .orElseThrow();
    return Pattern.compile(regex, Pattern.DOTALL).matcher(line + "\n").matches();
  }

  @Override
  public void close() {
    hangUp();
  }

  /** Ends the connection without a word. */
  void hangUp() {
    try {
      socket.close();
    } catch (IOException e) {
      // What its reader has closed meanwhile is closed.
      if (!socket.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
