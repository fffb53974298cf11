package conclave.gateway;

import conclave.account.EndPoint;
import conclave.account.Fingerprint;
import io.netty.buffer.ByteBuf;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLSession;

/** A wire whose peers read all at once, and say what the test has them say. One thread. */
final class Swallowing implements Wire {
  private static final Future<Void> DONE = Future.succeededFuture();

  private Consumer<Buffer> reader = nobody -> {};
  private long writes;

  /** The peer that has come last sends a line. */
  void says(String line) {
    reader.accept(Buffer.buffer(line + "\r\n"));
  }

  long writes() {
    return writes;
  }

  @Override
  public Optional<SSLSession> tls() {
    return Optional.empty();
  }

  @Override
  public Optional<Fingerprint> certificate() {
    return Optional.empty();
  }

  @Override
  public Optional<EndPoint> endPoint() {
    return Optional.empty();
  }

  @Override
  public void begin(Consumer<Buffer> read, Runnable closed, Runnable broken) {
    reader = read;
  }

  @Override
  public void pause() {}

  @Override
  public void resume() {}

  @Override
  public Future<Void> write(ByteBuf lines) {
    lines.release();
    writes++;
    return DONE;
  }

  @Override
  public boolean hasArrived() {
    return true;
  }

  @Override
  public void close() {}

  @Override
  public void abort() {}
}
