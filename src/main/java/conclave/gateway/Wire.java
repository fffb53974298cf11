package conclave.gateway;

import conclave.account.EndPoint;
import conclave.account.Fingerprint;
import io.netty.buffer.ByteBuf;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLSession;

/** What carries the lines of one connection: a socket or a WebSocket. On its listener's loop. */
interface Wire {
  /** Its TLS; nothing where there is none. */
  Optional<SSLSession> tls();

  default boolean isSecure() {
    return tls().isPresent();
  }

  /** The certificate that the peer has shown. */
  Optional<Fingerprint> certificate();

  /** The certificate that the peer was shown; nothing where that can't be known. */
  Optional<EndPoint> endPoint();

  /**
   * From now on what comes is read.
   *
   * @param read takes bytes, in whatever pieces
   * @param closed told once, at the end
   * @param broken told where the end is not a wanted one
   */
  void begin(Consumer<Buffer> read, Runnable closed, Runnable broken);

  /** Reads no more for now. */
  void pause();

  void resume();

  /** Writes whole lines, and releases them; completes when they are written. */
  Future<Void> write(ByteBuf lines);

  /** Has the peer's machine all that was written? True where that can't be known. */
  boolean hasArrived();

  /** Ends it as its protocol asks for. */
  void close();

  /** Ends it at once, whatever waits. */
  void abort();
}
