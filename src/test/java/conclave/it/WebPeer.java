package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.internal.http.WebSocketInternal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One client on a real WebSocket. What it hears is kept until it is asked for, line by line. */
final class WebPeer implements AutoCloseable {
  static final String TEXT = "text.ircv3.net";
  static final String BINARY = "binary.ircv3.net";

  private final WebSocket socket;
  private final BlockingQueue<Optional<String>> heard = new LinkedBlockingQueue<>();

  private WebPeer(WebSocket socket) {
    this.socket = socket;
    socket.frameHandler(this::heard);
    socket.closeHandler(closed -> heard.add(Optional.empty()));
    socket.resume();
  }

  /** Of a client that believes every server. */
  static WebSocketClientOptions trusting() {
    return new WebSocketClientOptions().setTrustAll(true).setVerifyHost(false);
  }

  /**
   * Asks for a WebSocket. A refusal is an {@code UpgradeRejectedException}.
   *
   * @param client to be kept by the caller: its sockets close when it is collected
   */
  static WebPeer open(WebSocketClient client, WebSocketConnectOptions where) {
    return new WebPeer(
        client
            .connect(where)
            .onSuccess(WebSocket::pause)
            .timeout(Peer.PATIENCE.toSeconds(), TimeUnit.SECONDS)
            .await());
  }

  /** Over TLS to a port of this machine. */
  static WebSocketConnectOptions at(int port, String... subprotocols) {
    return new WebSocketConnectOptions()
        .setSsl(true)
        .setHost("127.0.0.1")
        .setPort(port)
        .setURI("/")
        .setAllowOriginHeader(false)
        .setSubProtocols(List.of(subprotocols));
  }

  private void heard(WebSocketFrame frame) {
    if (frame.isText() || frame.isBinary()) {
      assertThat(frame.isFinal()).isTrue();
      assertThat(frame.isText()).isEqualTo(!BINARY.equals(subprotocol()));
      String line = frame.binaryData().toString();
      assertThat(line).doesNotContain("\r", "\n");
      heard.add(Optional.of(line));
    }
  }

  String subprotocol() {
    return socket.subProtocol();
  }

  WebPeer send(String line) {
    if (BINARY.equals(subprotocol())) {
      socket.writeBinaryMessage(Buffer.buffer(line));
    } else {
      socket.writeTextMessage(line);
    }
    return this;
  }

  /** Sends one message in pieces. */
  void sendInPieces(String... pieces) {
    for (int i = 0; i < pieces.length; i++) {
      boolean isLast = i == pieces.length - 1;
      socket.writeFrame(
          i == 0
              ? WebSocketFrame.textFrame(pieces[i], isLast)
              : WebSocketFrame.continuationFrame(Buffer.buffer(pieces[i]), isLast));
    }
  }

  /** Sends bytes as a text, whatever they are. */
  void sendAsText(byte[] bytes) {
    ((WebSocketInternal) socket)
        .channelHandlerContext()
        .writeAndFlush(new TextWebSocketFrame(Unpooled.wrappedBuffer(bytes)));
  }

  WebSocket socket() {
    return socket;
  }

  private Optional<String> next() {
    try {
      Optional<String> line = heard.poll(Peer.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return line == null ? fail("nothing came") : line;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The next line must be this one; {@code *} stands for anything. */
  String expect(String pattern) {
    String line = next().orElseGet(() -> fail("closed instead of: " + pattern));
    assertThat(Peer.matches(pattern, line)).as("%s is not %s", line, pattern).isTrue();
    return line;
  }

  /** Passes over lines up to this one. */
  String await(String pattern) {
    for (Optional<String> line = next(); line.isPresent(); line = next()) {
      if (Peer.matches(pattern, line.get())) {
        return line.get();
      }
    }
    return fail("closed before: " + pattern);
  }

  /** Passes over lines up to the end, which must have this code. */
  void awaitClosed(int code) {
    Optional<String> line = next();
    while (line.isPresent()) {
      line = next();
    }
    assertThat(socket.closeStatusCode()).isEqualTo((short) code);
  }

  @Override
  public void close() {
    socket.close();
  }
}
