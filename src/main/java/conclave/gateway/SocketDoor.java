package conclave.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.internal.net.NetSocketInternal;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.ServerSSLOptions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Lets sockets in. */
final class SocketDoor implements Door {
  /** More than an end may take: what is not closed by then is cut. */
  private static final long LONGEST_END_SECONDS = 12;

  private final ListenerVerticle.Port port;
  private final Reception reception;
  private final NetServer server;

  SocketDoor(Vertx vertx, ListenerVerticle.Port port, Reception reception) {
    this.port = port;
    this.reception = reception;
    this.server = vertx.createNetServer(port.options());
  }

  @Override
  public Future<?> open() {
    server.connectHandler(this::accept);
    server.exceptionHandler(failure -> reception.failed(port, failure));
    return server
        .listen(port.address())
        .recover(failure -> Future.failedFuture(new CannotListen(port.address(), failure)));
  }

  private void accept(NetSocket socket) {
    if (!reception.heeds(port, socket.remoteAddress(true))) {
      socket.close();
      return;
    }
    AddressPrefix prefix = AddressPrefix.of(socket);
    Optional<String> no = reception.refusal(prefix);
    if (no.isPresent()) {
      socket.write("ERROR :" + no.get() + "\r\n").onComplete(done -> socket.close());
      return;
    }
    reception.admit(new SocketWire((NetSocketInternal) socket), prefix);
  }

  @Override
  public Future<?> secure(ServerSSLOptions options) {
    return server.updateSSLOptions(options);
  }

  @Override
  public int port() {
    return server.actualPort();
  }

  /** The port is free when the last listener that shares it does this. */
  @Override
  public void turnAway() {
    server.shutdown(LONGEST_END_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public Future<Void> close() {
    return server.close();
  }
}
