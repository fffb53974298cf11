package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import conclave.cluster.Authority;
import conclave.cluster.ListeningPorts;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a network of several servers shows to the network that it runs in. */
class ClusterPortsIT {
  private static final int ALERT = 0x15;
  private static final List<String> IN_THE_CLEAR =
      List.of("CAP LS 302\r\n", "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "\0\0\0\4ping");

  @TempDir Path folder;

  @Test
  void noPortOfANodeSpeaksInTheClearAndThoseForNodesAreForNodesAlone() throws Exception {
    try (Fleet fleet = new Fleet(folder, List.of("a", "b")).startAll()) {
      SSLContext nameless = Authority.believing(folder.resolve("ca.pem"));
      for (ClusterProcess node : fleet.living()) {
        String process = Long.toString(node.console().pid());
        int first = fleet.port(node.name());
        Set<Integer> forNodes = Set.of(first, first + 1, first + 2);
        List<Integer> all = new ArrayList<>(forNodes);
        all.add(first + 3);
        assertThat(ListeningPorts.tcp(process)).containsExactlyInAnyOrderElementsOf(all);
        for (int port : ListeningPorts.udp(process)) {
          assertThat(answersDatagrams(port)).as("UDP %d", port).isFalse();
        }
        for (int port : all) {
          for (String line : IN_THE_CLEAR) {
            assertThat(answersInTheClear(port, line)).as("%s to %d", line, port).isFalse();
          }
        }
        for (int port : forNodes) {
          isRefused(
              node.console(),
              "it does not speak TLS",
              () -> answersInTheClear(port, IN_THE_CLEAR.get(0)));
          isRefused(
              node.console(), "it showed no certificate of a node", () -> letsIn(port, nameless));
        }
        node.door().greeted().close();
      }
      fleet.awaitWhole();
    }
  }

  @Test
  void aNodeOfAnotherAuthorityIsRefusedAndBothSidesSaySo() throws Exception {
    Path elsewhere = folder.resolve("elsewhere");
    assertThat(elsewhere.toFile().mkdir()).isTrue();
    new Authority(elsewhere, "ca").issue("stranger");
    try (Fleet fleet = new Fleet(folder, List.of("a")).startAll();
        Console stranger = stranger(elsewhere, fleet.port("a"))) {
      isLogged(fleet.node("a").console(), "which is for nodes: ");
      isLogged(
          stranger,
          "]:" + fleet.port("a") + " at cluster.peers, which is for nodes: its certificate is of");
      assertThat(fleet.node("a").view()).containsExactly("a");
    }
  }

  private static Console stranger(Path keys, int peer) {
    List<String> sets =
        List.of(
            "store.url=postgresql://postgres@localhost:1/none",
            "store.key=" + keys.resolve("store.key"),
            "cluster.node=stranger",
            "server.listen=[::1]:0",
            "cluster.listen=[::1]:" + (peer + 1_000),
            "cluster.peers=[::1]:" + peer,
            "cluster.certificate=" + keys.resolve("stranger.pem"),
            "cluster.key=" + keys.resolve("stranger.key"),
            "cluster.ca=" + keys.resolve("ca.pem"));
    List<String> command =
        Stream.concat(Fleet.PROGRAM.stream(), Stream.of("serve", "--data", keys + "/data"))
            .toList();
    return ClusterProcess.run(command, Map.of(), sets);
  }

  @Test
  void threeNodesAndTheirUsersNeedNoIpv4() throws Exception {
    assumeTrue(Isles.isPossible(), "not root, or no ip: there is no network without IPv4");
    try (Isles isles = Isles.of(Fleet.THREE);
        Fleet fleet = new Fleet(folder, Fleet.THREE, isles)) {
      fleet.database().admitAll();
      fleet.startAll();
      Fleet.THREE.forEach(node -> assertThat(isles.hasIpv4(node)).isFalse());
      try (Trial trial = new Trial(fleet, "ipv6-alone")) {
        fleet.kill(fleet.owner(trial.room()));
        trial.awaitEchoes(50);
        fleet.startMissing();
        trial.expectKept();
      }
    }
  }

  /** There is one sentence a second: it comes again until it is in the log. */
  private static void isRefused(Console console, String why, BooleanSupplier attempt) {
    await()
        .atMost(Fleet.PATIENCE)
        .pollInterval(Duration.ofMillis(400))
        .until(
            () -> {
              assertThat(attempt.getAsBoolean()).isFalse();
              return console.printed().stream()
                  .anyMatch(line -> line.contains("which is for nodes: " + why));
            });
  }

  private static void isLogged(Console console, String part) {
    await()
        .atMost(Fleet.PATIENCE)
        .until(() -> console.printed().stream().anyMatch(line -> line.contains(part)));
  }

  /** Is the first byte of the answer something else than an alert of TLS? */
  private static boolean answersInTheClear(int port, String line) {
    try (Socket socket = connected(new Socket(), port)) {
      socket.getOutputStream().write(line.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      int first = socket.getInputStream().read();
      return first >= 0 && first != ALERT;
    } catch (IOException e) {
      return false;
    }
  }

  /** Names of hosts are asked for by UDP; whoever sends something there hears nothing. */
  private static boolean answersDatagrams(int port) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.setSoTimeout(300);
      socket.connect(new InetSocketAddress(Door.here(), port));
      byte[] bytes = "CAP LS 302".getBytes(StandardCharsets.US_ASCII);
      socket.send(new DatagramPacket(bytes, bytes.length));
      socket.receive(new DatagramPacket(new byte[1_000], 1_000));
      return true;
    } catch (SocketTimeoutException | PortUnreachableException e) {
      return false;
    }
  }

  /** Does it hear anything from that port? With TLS 1.3 a client hears that it is refused later. */
  private static boolean letsIn(int port, SSLContext context) {
    try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket()) {
      connected(socket, port);
      socket.startHandshake();
      socket.getOutputStream().write("NICK x\r\n".getBytes(StandardCharsets.US_ASCII));
      return socket.getInputStream().read() >= 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Socket connected(Socket socket, int port) throws IOException {
    socket.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
    socket.connect(new InetSocketAddress(Door.here(), port), 5_000);
    return socket;
  }
}
