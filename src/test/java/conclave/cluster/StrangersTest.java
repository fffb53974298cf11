package conclave.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import conclave.config.ClusterConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class StrangersTest {
  @TempDir private Path folder;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private TestNodes nodes;

  @BeforeEach
  void makeKeys() {
    nodes = new TestNodes(folder);
    log.start();
    logger().setLevel(Level.WARN); // whatever another test has configured
    logger().addAppender(log);
  }

  @AfterEach
  void leave() {
    nodes.close();
    logger().detachAppender(log);
    logger().setLevel(null);
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(Strangers.class);
  }

  @Test
  void whoIsNoNodeIsRefusedAtEveryPortAndNamedInTheLog() throws Exception {
    ClusterConfig config = nodes.config("a");
    nodes.start(config);
    assertThat(ListeningPorts.ofThisProcess()).containsExactlyInAnyOrderElementsOf(ports(config));
    for (int port : ports(config)) {
      String where = port == config.busListen().port() ? "cluster.bus-listen" : "cluster.listen";
      isRefused(where, "it does not speak TLS", () -> plain(port));
      isRefused(where, "it showed no certificate of a node", () -> encrypted(port, nameless()));
      isRefused(
          where,
          "its certificate is of another authority than those in cluster.ca",
          () -> encrypted(port, insisting()));
      assertThat(greets(port, keys("b"))).as("a node at " + port).isTrue();
    }
  }

  private static List<Integer> ports(ClusterConfig config) {
    return List.of(config.listen().port(), config.busListen().port(), config.pulseListen().port());
  }

  /** Tries until it is in the log, where the next sentence comes a second later. */
  private void isRefused(String where, String why, Attempt attempt) {
    log.list.clear();
    await()
        .pollInterval(Duration.ofMillis(400))
        .until(
            () -> {
              assertThat(attempt.getsThrough()).isFalse();
              return sentences().stream().anyMatch(s -> s.contains(why) && s.contains(where));
            });
    assertThat(sentences()).anyMatch(s -> s.matches("refused \\[?[0-9a-f:]+]?(%\\w+)?:\\d+ at .*"));
  }

  private List<String> sentences() {
    return new ArrayList<>(log.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private interface Attempt {
    boolean getsThrough() throws Exception;
  }

  /** Is a line in the clear answered with anything but an alert of TLS? */
  private static boolean plain(int port) throws IOException {
    try (Socket socket = connected(new Socket(), port)) {
      socket.getOutputStream().write("CONCLAVE says hello\r\n".getBytes(StandardCharsets.US_ASCII));
      int first = socket.getInputStream().read();
      return first >= 0 && first != 0x15;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean encrypted(int port, SSLContext context) throws IOException {
    try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket()) {
      connected(socket, port);
      socket.startHandshake();
      // With TLS 1.3 a client hears of the refusal when it reads.
      socket.getOutputStream().write(1);
      return socket.getInputStream().read() >= 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Does the port complete a handshake of TLS 1.3 with a node? */
  private static boolean greets(int port, SSLContext context) throws IOException {
    try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket()) {
      connected(socket, port);
      socket.startHandshake();
      return socket.getSession().getProtocol().equals("TLSv1.3");
    }
  }

  private static Socket connected(Socket socket, int port) throws IOException {
    socket.setSoTimeout(5_000);
    socket.connect(TestNodes.at(port), 5_000);
    return socket;
  }

  private SSLContext keys(String name) throws IOException, GeneralSecurityException {
    ClusterConfig node = nodes.config("a");
    return NodeKeys.of(
            new ClusterConfig(
                true,
                name,
                node.listen(),
                List.of(),
                Optional.empty(),
                Optional.of(folder.resolve(name + ".pem")),
                Optional.of(folder.resolve(name + ".key")),
                Optional.of(folder.resolve("ca.pem"))))
        .context();
  }

  /** Shows a certificate that was not asked for. */
  private SSLContext insisting() throws Exception {
    return nodes.other().insisting(folder.resolve("ca.pem"));
  }

  /** Believes the nodes, and shows nothing itself. */
  private SSLContext nameless() throws Exception {
    return Authority.believing(folder.resolve("ca.pem"));
  }

  @Test
  void manyRefusalsAreOneSentenceASecond() {
    long[] now = {0};
    Strangers strangers = new Strangers("cluster.listen", () -> now[0]);
    InetSocketAddress from = InetSocketAddress.createUnresolved("somewhere", 7);
    IntStream.range(0, 1_000).forEach(i -> strangers.refuse(from, "it does not speak TLS"));
    now[0] = 1_000_000_000;
    strangers.refuse(from, "it does not speak TLS");
    assertThat(sentences()).hasSize(2);
    assertThat(sentences().get(1)).endsWith("it does not speak TLS (and 999 before)");
  }

  @Test
  void whoIsSilentKeepsNoNodeOut() throws IOException {
    ClusterConfig first = nodes.config("a");
    Joined a = nodes.start(first);
    List<Socket> silent = new ArrayList<>();
    try {
      for (int i = 0; i < Doorway.AT_ONCE / 2; i++) {
        silent.add(connected(new Socket(), first.listen().port()));
      }
      nodes.start(nodes.config("b", first));
      assertThat(a.manager().orElseThrow().getNodes()).hasSize(2);
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  @Test
  void whoComesOnTopOfTooManyIsRefused() throws IOException {
    ClusterConfig config = nodes.config("a");
    nodes.start(config);
    List<Socket> silent = new ArrayList<>();
    try {
      for (int i = 0; i < Doorway.AT_ONCE + 8; i++) {
        silent.add(connected(new Socket(), config.pulseListen().port()));
      }
      await().until(() -> sentences().stream().anyMatch(s -> s.contains("too many")));
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }
}
