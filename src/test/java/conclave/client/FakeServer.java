package conclave.client;

import static org.awaitility.Awaitility.await;

import conclave.Needles;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * A small IRC server on a loopback TLS socket. It knows one password for everybody, echoes what is
 * said unless it is silent, and replays what was said in a room to whoever joins.
 */
public final class FakeServer implements AutoCloseable {
  public static final String PASSWORD = Needles.PASSWORD_WITH_SPACE;

  public final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final List<FakePeer> peers = new CopyOnWriteArrayList<>();
  private final List<String> history = new CopyOnWriteArrayList<>();
  private final SSLServerSocket socket;
  private final Thread acceptor;
  public final FakeIdentities identities = new FakeIdentities();
  public volatile boolean silent;

  /** What the ids of the rooms' events begin with; nothing where they have none. */
  volatile String log = "";

  /** Whether whoever wants to come in is left without an answer. */
  volatile boolean ignoresJoins;

  /** For how many seconds nobody may log in. */
  volatile String throttle = "";

  volatile Set<String> capabilities =
      Set.of("sasl=PLAIN,EXTERNAL", "echo-message", "server-time", "message-tags", "batch", "away");

  public FakeServer(TestCertificate certificate, int port) throws IOException {
    socket =
        (SSLServerSocket)
            certificate
                .serverContext()
                .getServerSocketFactory()
                .createServerSocket(port, 10, InetAddress.getLoopbackAddress());
    socket.setWantClientAuth(true);
    acceptor = daemon(this::acceptAll);
  }

  /** For trying the client by hand: listens until its standard input ends. */
  public static void main(String[] args) throws IOException {
    TestCertificate certificate = TestCertificate.forHost("localhost");
    try (FakeServer server = new FakeServer(certificate, Integer.parseInt(args[0]))) {
      server.sayHistory("#lobby", "bob", "an old message");
      int typed = System.in.read();
      StringBuilder line = new StringBuilder();
      while (typed >= 0) {
        if (typed == '\n') {
          server.tellAll(line.toString());
          line.setLength(0);
        } else {
          line.append((char) typed);
        }
        typed = System.in.read();
      }
    }
  }

  public ServerAddress address() {
    return new ServerAddress("alice", "localhost", socket.getLocalPort());
  }

  /** Sends a line to everybody; all of {@code \e} become ESC. */
  public void tellAll(String line) {
    peers.forEach(peer -> peer.tell(line.replace("\\e", "\u001b")));
  }

  /** Breaks all connections, as a fallen network does. */
  public void dropAll() {
    peers.forEach(FakePeer::drop);
  }

  void sayHistory(String room, String who, String text) {
    String id = "old" + history.size();
    history.add(
        "msgid="
            + id
            + ";time=2026-01-02T03:04:05.000Z :"
            + who
            + "!u@h PRIVMSG "
            + room
            + " :"
            + text);
  }

  List<String> history() {
    return history;
  }

  void said(String lineWithTags) {
    history.add(lineWithTags);
  }

  /** The next line of this verb that a client has sent. */
  String next(String verb) throws InterruptedException {
    String line = received.poll(10, TimeUnit.SECONDS);
    while (line != null && !line.startsWith(verb)) {
      line = received.poll(10, TimeUnit.SECONDS);
    }
    return String.valueOf(line);
  }

  void forget(FakePeer peer) {
    peers.remove(peer);
  }

  @Override
  public void close() throws IOException {
    socket.close();
    await().until(() -> !acceptor.isAlive()); // until then it may let somebody in
    dropAll();
  }

  static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "fake-server");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  static byte[] bytes(String line) {
    return (line + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private void acceptAll() {
    try {
      while (!socket.isClosed()) {
        SSLSocket client = (SSLSocket) socket.accept();
        FakePeer peer = new FakePeer(this, client);
        peers.add(peer);
        daemon(peer::serve);
      }
    } catch (IOException e) {
      dropAll(); // closed
    }
  }
}
