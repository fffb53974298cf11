package conclave.gateway;

import static java.util.concurrent.TimeUnit.SECONDS;

import conclave.account.EndPoint;
import conclave.account.Fingerprint;
import conclave.name.Utf8;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.internal.http.WebSocketInternal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLSession;

/**
 * A WebSocket, with one line a message (IRCv3 websocket). What is no such message ends it with the
 * code that RFC 6455 §7.4.1 has for that.
 */
final class WebSocketWire implements Wire {
  /** The subprotocol with text messages, which is also that of clients which name none. */
  static final String TEXT = "text.ircv3.net";

  static final String BINARY = "binary.ircv3.net";

  /** Over twice a line, so that a line too long is answered, and only then a reason to leave. */
  static final int MAX_MESSAGE = 16_384;

  private static final long PATIENCE = 5;
  private static final short NORMAL = 1000;
  private static final short PROTOCOL_ERROR = 1002;
  private static final short WRONG_KIND = 1003;
  private static final short NOT_UTF8 = 1007;
  private static final short TOO_BIG = 1009;

  private final WebSocketInternal socket;
  private final boolean isText;
  private Buffer message = Buffer.buffer();
  private Consumer<Buffer> read = bytes -> {};

  WebSocketWire(WebSocketInternal socket) {
    this.socket = socket;
    this.isText = !BINARY.equals(socket.subProtocol());
  }

  @Override
  public Optional<SSLSession> tls() {
    return socket.isSsl() ? Optional.of(socket.sslSession()) : Optional.empty();
  }

  @Override
  public Optional<Fingerprint> certificate() {
    return tls().flatMap(ClientCertificates::of);
  }

  @Override
  public Optional<EndPoint> endPoint() {
    return tls().flatMap(ServerCertificate::endPoint);
  }

  @Override
  public void begin(Consumer<Buffer> reader, Runnable closed, Runnable broken) {
    read = reader;
    socket.frameHandler(this::frame);
    socket.closeHandler(end -> closed.run());
    socket.exceptionHandler(
        failure -> {
          broken.run();
          refuse(code(failure));
        });
  }

  private static short code(Throwable failure) {
    return failure instanceof CorruptedWebSocketFrameException corrupted
        ? (short) corrupted.closeStatus().code()
        : PROTOCOL_ERROR;
  }

  private void frame(WebSocketFrame frame) {
    if (frame.isPing() && socket.writeQueueFull()) {
      abort(); // Pongs pass the outbox by: who asks and does not read would fill memory with them.
      return;
    }
    if (!frame.isText() && !frame.isBinary() && !frame.isContinuation()) {
      return; // Vert.x answers pings and a close
    }
    if (!frame.isContinuation() && frame.isText() != isText) {
      refuse(WRONG_KIND);
      return;
    }
    Buffer data = frame.binaryData();
    if (message.length() + data.length() > MAX_MESSAGE) {
      refuse(TOO_BIG);
      return;
    }
    message.appendBuffer(data);
    if (frame.isFinal()) {
      Buffer whole = message;
      message = Buffer.buffer();
      line(whole);
    }
  }

  private void line(Buffer whole) {
    if (isText && Utf8.decode(whole.getBytes()).isEmpty()) {
      refuse(NOT_UTF8);
    } else {
      read.accept(whole.appendByte((byte) '\n'));
    }
  }

  private void refuse(short code) {
    read = bytes -> {};
    if (!socket.isClosed()) {
      socket.close(code);
      // Vert.x waits for the peer only once its own end is sent, which may never be.
      socket.channelHandlerContext().executor().schedule(this::abort, PATIENCE, SECONDS);
    }
  }

  @Override
  public void pause() {
    socket.pause();
  }

  @Override
  public void resume() {
    socket.resume();
  }

  @Override
  public Future<Void> write(ByteBuf lines) {
    Future<Void> last = Future.succeededFuture();
    while (lines.isReadable()) {
      int end = lines.bytesBefore((byte) '\n');
      int length = end < 0 ? lines.readableBytes() : end;
      byte[] line = new byte[length];
      lines.readBytes(line);
      lines.skipBytes(end < 0 ? 0 : 1);
      boolean hasReturn = length > 0 && line[length - 1] == '\r';
      last = send(line, hasReturn ? length - 1 : length);
    }
    lines.release();
    return last;
  }

  private Future<Void> send(byte[] line, int length) {
    if (socket.isClosed()) {
      return Future.succeededFuture();
    }
    return isText
        ? socket.writeFinalTextFrame(new String(line, 0, length, StandardCharsets.UTF_8))
        : socket.writeFinalBinaryFrame(Buffer.buffer(length).appendBytes(line, 0, length));
  }

  @Override
  public boolean hasArrived() {
    return SocketWire.isAcknowledged(socket.channelHandlerContext().channel());
  }

  @Override
  public void close() {
    refuse(NORMAL);
  }

  @Override
  public void abort() {
    socket.channelHandlerContext().close();
  }
}
