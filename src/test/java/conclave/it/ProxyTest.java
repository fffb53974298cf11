package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who comes through a proxy is taken for who the proxy says, and nobody else can claim that. */
class ProxyTest {
  private static final byte[] SIGNATURE = HexFormat.of().parseHex("0d0a0d0a000d0a515549540a");
  private static final int PROXIED = 1;
  private static final int PROXIED_PLAINTEXT = 2;
  private static final int PROXIED_WEBSOCKET = 3;

  @TempDir static Path folder;

  private static RunningServer server;
  private static Peer boss;

  @BeforeAll
  static void start() {
    server =
        RunningServer.start(
            folder,
            "server.listen=[::1]:0,127.0.0.1:0",
            "server.listen-plaintext=127.0.0.3:0",
            "server.listen-websocket-plaintext=127.0.0.5:0",
            "server.listen-proxied=127.0.0.1:0,127.0.0.3:0,127.0.0.5:0",
            "server.proxy-protocol-from=127.0.0.1,127.0.0.3,127.0.0.5",
            "accounts.login=optional",
            "operators=[{account: boss, role: admin}]");
    boss = server.door().newIrc("boss");
  }

  @AfterAll
  static void close() {
    boss.hangUp();
    server.close();
  }

  private static InetAddress from(int last) {
    try {
      return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last});
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Peer through(byte[] header) {
    return Peer.behind(
        header, from(1), server.door(PROXIED).port(), server.door(PROXIED).fingerprint());
  }

  private static byte[] version1(String text) {
    return (text + "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] version2(int command, int family, byte[] rest) {
    return ByteBuffer.allocate(SIGNATURE.length + 4 + rest.length)
        .put(SIGNATURE)
        .put((byte) (0x20 | command))
        .put((byte) family)
        .putShort((short) rest.length)
        .put(rest)
        .array();
  }

  /** Source, destination and ports; then values of types that nobody knows. */
  private static byte[] ipv6(String source, int values) {
    ByteBuffer rest = ByteBuffer.allocate(36 + 3 * values);
    try {
      rest.put(InetAddress.getByName(source).getAddress());
      rest.put(InetAddress.getByName("2001:db8::1").getAddress());
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
    rest.putShort((short) 4711).putShort((short) 6697);
    for (int i = 0; i < values; i++) {
      rest.put(new byte[] {(byte) 0xe0, 0, 0});
    }
    return rest.array();
  }

  private static void comesFrom(Peer peer, String nick, String address) {
    peer.await("NOTICE * :With openssl, *");
    peer.send("NICK " + nick);
    peer.send("USER " + nick + " 0 * :" + nick);
    peer.await(":* 422 *");
    assertThat(boss.ask("USERIP " + nick))
        .containsExactly(":conclave.local 340 boss :" + nick + "=+~" + nick + "@" + address);
    peer.close();
  }

  @Test
  void version1NamesTheAddress() {
    comesFrom(through(version1("PROXY TCP4 192.0.2.44 192.0.2.1 4711 6697")), "four", "192.0.2.44");
    comesFrom(
        through(version1("PROXY TCP6 2001:db8:9::1 2001:db8::1 4711 6697")),
        "six",
        "2001:db8:9::1");
  }

  @Test
  void version2NamesTheAddressAndItsValuesArePassedOver() {
    comesFrom(through(version2(1, 0x21, ipv6("2001:db8:8::1", 0))), "bin", "2001:db8:8::1");
    comesFrom(through(version2(1, 0x21, ipv6("2001:db8:8::2", 500))), "more", "2001:db8:8::2");
  }

  @Test
  void whoTheProxyDoesNotKnowComesFromTheProxy() {
    comesFrom(through(version1("PROXY UNKNOWN")), "unknown", "127.0.0.1");
    comesFrom(through(version2(0, 0x21, ipv6("2001:db8:8::3", 0))), "health", "127.0.0.1");
  }

  @Test
  void aDomainSocketOfTheProxyIsNotTheConsole() {
    Peer peer =
        through(
            version2(1, 0x31, Arrays.copyOf("/run/x".getBytes(StandardCharsets.US_ASCII), 216)));
    comesFrom(peer, "local", "127.0.0.1");
  }

  @Test
  void whatIsBannedAndCountedIsTheAddressInTheHeader() {
    boss.ask("DLINE 192.0.2.66 :no");
    Peer eve = through(version1("PROXY TCP4 192.0.2.66 192.0.2.1 4711 6697"));
    eve.expect("ERROR :Banned (no)");
    eve.expectClosed();
    through(version1("PROXY TCP4 192.0.2.67 192.0.2.1 4711 6697"))
        .expect("NOTICE * :Conclave on *");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PROXY TCP4 192.0.2.300 192.0.2.1 4711 6697",
        "PROXY TCP4 192.0.2.3",
        "PROXY TCP9 192.0.2.3 192.0.2.1 4711 6697",
        "NICK eve"
      })
  void aWrongHeaderEndsTheConnection(String header) {
    long before = server.badProxyHeaders();
    assertThatThrownBy(() -> through(version1(header))).hasRootCauseInstanceOf(IOException.class);
    await().until(() -> server.badProxyHeaders() == before + 1);
  }

  @Test
  void aHeaderWithoutAnEndIsNotReadForEver() {
    long before = server.badProxyHeaders();
    assertThatThrownBy(
            () -> through(("PROXY TCP4 " + "1".repeat(10_000)).getBytes(StandardCharsets.US_ASCII)))
        .hasRootCauseInstanceOf(IOException.class);
    await().until(() -> server.badProxyHeaders() == before + 1);
  }

  @Test
  void aStrangerWithAHeaderIsNotHeard() {
    long before = server.badProxyHeaders();
    Door door = server.door(PROXIED);
    Peer eve =
        Peer.behind(
            version1("PROXY TCP4 192.0.2.3 192.0.2.1 4711 6697"),
            from(2),
            door.port(),
            door.fingerprint());
    eve.expectClosed();
    await().until(() -> server.badProxyHeaders() == before + 1);
  }

  @Test
  void elsewhereAHeaderIsNoHeader() {
    assertThatThrownBy(
            () ->
                Peer.behind(
                    version1("PROXY TCP4 192.0.2.3 192.0.2.1 4711 6697"),
                    Door.here(),
                    server.door().port(),
                    server.door().fingerprint()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void withoutTlsTheHeaderComesFirstAsWell() {
    try (Socket socket = new Socket(from(3), server.door(PROXIED_PLAINTEXT).port(), from(3), 0)) {
      socket
          .getOutputStream()
          .write(
              version1("PROXY TCP4 192.0.2.45 192.0.2.1 4711 6697\r\nNICK bare\r\nUSER b 0 * :b"));
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      for (String line = in.readLine(); !line.contains(" 422 "); line = in.readLine()) {
        assertThat(line).isNotNull();
      }
      assertThat(boss.ask("USERIP bare"))
          .containsExactly(":conclave.local 340 boss :bare=+~b@192.0.2.45");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aWebSocketComesFromTheAddressInTheHeaderToo() throws IOException {
    boss.ask("DLINE 192.0.2.77 :no");
    assertThat(answer(5, "192.0.2.77")).startsWith("HTTP/1.1 429 ");
    assertThat(answer(5, "192.0.2.78")).startsWith("HTTP/1.1 101 ");
    long before = server.badProxyHeaders();
    assertThat(answer(6, "192.0.2.78")).isNull();
    await().until(() -> server.badProxyHeaders() == before + 1);
  }

  /** The first line of what the door for WebSockets answers to who comes from an address. */
  private static @Nullable String answer(int proxy, String address) throws IOException {
    int port = server.door(PROXIED_WEBSOCKET).port();
    try (Socket socket = new Socket(from(5), port, from(proxy), 0)) {
      String asked =
          "PROXY TCP4 "
              + address
              + " 192.0.2.1 4711 8067\r\nGET / HTTP/1.1\r\nHost: chat\r\nUpgrade: websocket\r\n"
              + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
              + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
      socket.getOutputStream().write(version1(asked));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
          .readLine();
    } catch (SocketException reset) {
      return null;
    }
  }
}
