package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client with a WebSocket is a client as any other, and what is no line ends it with a code. */
class WebSocketTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final WebSocketClient CLIENT = VERTX.createWebSocketClient(WebPeer.trusting());
  private static final WebSocketClient COMPRESSING =
      VERTX.createWebSocketClient(WebPeer.trusting().setTryUsePerMessageCompression(true));
  private static final HttpClient BROWSER =
      VERTX.createHttpClient(
          new HttpClientOptions().setSsl(true).setTrustAll(true).setVerifyHost(false));

  @TempDir static Path folder;

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server =
        RunningServer.start(
            folder,
            "server.listen-websocket=127.0.0.1:0",
            "server.listen-websocket-plaintext=127.0.0.1:0",
            "server.websocket-origins=https://chat.example.org,http://[::1]:8080",
            "limits.send-queue=64KiB",
            "operators=[{account: boss, role: admin}]",
            "accounts.login=optional");
  }

  @AfterAll
  static void close() {
    server.close();
    VERTX.close().await();
  }

  private static WebSocketConnectOptions secure(String... subprotocols) {
    return WebPeer.at(server.door(1).port(), subprotocols);
  }

  private static WebPeer open(String... subprotocols) {
    WebPeer peer = WebPeer.open(CLIENT, secure(subprotocols));
    peer.expect("NOTICE * :Conclave on *");
    peer.expect("NOTICE * :With openssl, *");
    return peer;
  }

  private static WebPeer loggedIn(String name, String subprotocol) {
    server.door().account(name);
    WebPeer peer = open(subprotocol);
    peer.send("CAP REQ :sasl batch").expect(":* CAP * ACK :sasl batch");
    peer.send("NICK " + name).send("USER " + name + " 0 * :" + name);
    peer.send("AUTHENTICATE PLAIN").expect("AUTHENTICATE +");
    String proof = "\0" + name + "\0" + Door.PASSWORD;
    peer.send(
        "AUTHENTICATE "
            + Base64.getEncoder().encodeToString(proof.getBytes(StandardCharsets.UTF_8)));
    peer.expect(":* 900 *");
    peer.expect(":* 903 *");
    peer.send("CAP END").await(":* 422 *");
    return peer;
  }

  @ParameterizedTest
  @CsvSource({"text.ircv3.net, tina, tom", "binary.ircv3.net, bina, bob"})
  void itLogsInAndTalksWithOthers(String subprotocol, String name, String other) {
    Peer friend = server.door().newIrc(other);
    friend.send("JOIN #" + name);
    friend.await(":* 366 *");
    friend.send("PRIVMSG #" + name + " :before");
    try (WebPeer peer = loggedIn(name, subprotocol)) {
      assertThat(peer.subprotocol()).isEqualTo(subprotocol);
      peer.send("JOIN #" + name).expect(":" + name + "!*@user/" + name + " JOIN #" + name);
      peer.await(":conclave.local BATCH +* chathistory #" + name);
      peer.expect("* PRIVMSG #" + name + " :[*] before");
      peer.await(":conclave.local BATCH -*");
      friend.await(":" + name + "!* JOIN #" + name);
      friend.send("PRIVMSG #" + name + " :hello Zoë 🙂");
      peer.expect(":" + other + "!* PRIVMSG #" + name + " :hello Zoë 🙂");
      peer.send("PRIVMSG #" + name + " :grüß dich");
      friend.await(":" + name + "!* PRIVMSG #" + name + " :grüß dich");
      peer.send("QUIT :bye").expect("ERROR :*");
      peer.awaitClosed(1000);
    }
    friend.await(":" + name + "!* QUIT :*bye*");
    friend.hangUp();
  }

  @Test
  void theFirstSubprotocolThatBothKnowIsSpokenAndTextWhereNoneIsNamed() {
    assertThat(open("x.example", WebPeer.BINARY, WebPeer.TEXT).subprotocol())
        .isEqualTo(WebPeer.BINARY);
    assertThat(open(WebPeer.TEXT, WebPeer.BINARY).subprotocol()).isEqualTo(WebPeer.TEXT);
    WebPeer none = open();
    assertThat(none.subprotocol()).isNullOrEmpty();
    none.send("PING x").expect(":* PONG * :x");
  }

  @Test
  void withoutTlsItIsNotSecure() {
    WebPeer peer =
        WebPeer.open(CLIENT, WebPeer.at(server.door(2).port(), WebPeer.TEXT).setSsl(false));
    peer.send("NICK bare").send("USER b 0 * :b").await(":* 422 *");
    peer.send("WHOIS bare").await(":* 312 *");
    assertThat(peer.expect(":*")).doesNotContain(" 671 ");
    peer.close();
  }

  @Test
  void aMessageInPiecesIsOneLine() {
    WebPeer peer = open(WebPeer.TEXT);
    peer.sendInPieces("PI", "NG", " pieces");
    peer.expect(":* PONG * :pieces");
    peer.send("PING end\r\n").expect(":* PONG * :end");
    peer.send("").send("PING after").expect(":* PONG * :after");
    peer.close();
  }

  @Test
  void aPingIsAnsweredWithAPong() {
    WebPeer peer = open(WebPeer.TEXT);
    AtomicReference<String> answer = new AtomicReference<>();
    peer.socket().pongHandler(pong -> answer.set(pong.toString()));
    peer.socket().writePing(Buffer.buffer("there?"));
    await().until(() -> "there?".equals(answer.get()));
    peer.close();
  }

  @Test
  void aLineTooLongIsAnsweredAndAMessageTooLongIsTheEnd() {
    WebPeer peer = open(WebPeer.TEXT);
    peer.send("PING " + "x".repeat(5_000)).expect(":* 417 *");
    peer.send("PING x").expect(":* PONG * :x");
    peer.send("x".repeat(20_000)).awaitClosed(1009);
    WebPeer pieces = open(WebPeer.TEXT);
    String piece = "x".repeat(6_000);
    pieces.sendInPieces(piece, piece, piece, piece);
    pieces.awaitClosed(1009);
  }

  @Test
  void whatIsNoTextOrOfTheWrongKindIsTheEnd() {
    WebPeer noText = open(WebPeer.TEXT);
    noText.sendAsText(new byte[] {'P', (byte) 0xff, (byte) 0xfe});
    noText.awaitClosed(1007);
    WebPeer noBinary = open(WebPeer.TEXT);
    noBinary.socket().writeBinaryMessage(Buffer.buffer("PING x"));
    noBinary.awaitClosed(1003);
    WebPeer onlyBinary = open(WebPeer.BINARY);
    onlyBinary.socket().writeTextMessage("PING x");
    onlyBinary.awaitClosed(1003);
    WebPeer binary = open(WebPeer.BINARY);
    binary.send("PING x").expect(":* PONG * :x");
    binary.socket().writeBinaryMessage(Buffer.buffer(new byte[] {'P', (byte) 0xff}));
    binary.expect(":* FAIL * INVALID_UTF8 *");
    binary.close();
  }

  @Test
  void whoAsksMoreThanItReadsIsAnsweredAsItReads() {
    WebPeer peer = open(WebPeer.TEXT);
    peer.send("PING x").expect(":* PONG * :x");
    peer.socket().pause();
    for (int i = 0; i < 500; i++) {
      peer.send("HELP").send("PING " + i);
    }
    peer.socket().resume();
    for (int i = 0; i < 500; i++) {
      peer.await(":* PONG * :" + i);
    }
    peer.close();
  }

  @Test
  void whoPingsAndDoesNotReadIsDropped() throws IOException {
    String upgrade =
        """
        GET / HTTP/1.1\r
        Host: x\r
        Upgrade: websocket\r
        Connection: Upgrade\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r
        \r
        """;
    byte[] ping = new byte[6 + 125];
    ping[0] = (byte) 0x89;
    ping[1] = (byte) (0x80 | 125);
    try (Socket socket =
        new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), server.door(2).port())) {
      socket.getOutputStream().write(upgrade.getBytes(StandardCharsets.US_ASCII));
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 2_000_000; i++) {
                  socket.getOutputStream().write(ping);
                }
              })
          .isInstanceOf(SocketException.class);
    }
  }

  @Test
  void nothingIsCompressedSinceAFewBytesCouldBecomeMillions() {
    WebSocket socket = COMPRESSING.connect(secure(WebPeer.TEXT)).await();
    assertThat(socket.headers().contains("Sec-WebSocket-Accept")).isTrue();
    assertThat(socket.headers().contains("Sec-WebSocket-Extensions")).isFalse();
    socket.close().await();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://chat.example.org", "HTTPS://Chat.Example.Org", "http://[::1]:8080"})
  void aPageThatIsListedMayAsk(String origin) {
    WebPeer peer =
        WebPeer.open(
            CLIENT, secure(WebPeer.TEXT).setAllowOriginHeader(true).putHeader("Origin", origin));
    peer.expect("NOTICE * :Conclave on *");
    peer.close();
  }

  private static int refused(WebSocketConnectOptions options) {
    return catchThrowableOfType(UpgradeRejectedException.class, () -> WebPeer.open(CLIENT, options))
        .getStatus();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "https://chat.example.org.evil.example", "null"})
  void anotherPageMayNot(String origin) {
    assertThat(refused(secure(WebPeer.TEXT).setAllowOriginHeader(true).putHeader("Origin", origin)))
        .isEqualTo(403);
  }

  @Test
  void whoSpeaksNothingThatTheServerSpeaksIsRefused() {
    assertThat(refused(secure("chat.example", "x"))).isEqualTo(400);
  }

  @Test
  void whoIsBannedIsRefused() {
    Peer boss = server.door().newIrc("boss");
    boss.ask("DLINE 127.0.0.0/8 :no");
    assertThat(refused(secure(WebPeer.TEXT))).isEqualTo(429);
    boss.ask("UNDLINE 127.0.0.0/8");
    open(WebPeer.TEXT).close();
    boss.hangUp();
  }

  @Test
  void whatIsNoWebSocketIsAnsweredAndClosed() {
    var answer =
        BROWSER
            .request(HttpMethod.GET, server.door(1).port(), "127.0.0.1", "/")
            .compose(request -> request.send())
            .await();
    assertThat(answer.statusCode()).isEqualTo(426);
    assertThat(answer.getHeader("Upgrade")).isEqualTo("websocket");
  }
}
