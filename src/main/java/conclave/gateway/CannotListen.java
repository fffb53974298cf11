package conclave.gateway;

import conclave.config.Endpoint;
import io.vertx.core.net.SocketAddress;

/** An address that can't be listened on: in use, not of this machine, or not permitted. */
public final class CannotListen extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotListen(SocketAddress address, Throwable cause) {
    super("cannot listen on " + shown(address) + ": " + cause.getMessage(), cause);
  }

  private static String shown(SocketAddress address) {
    return address.isDomainSocket()
        ? address.path()
        : new Endpoint(address.host(), address.port()).toString();
  }
}
