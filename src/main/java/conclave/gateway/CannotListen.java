package conclave.gateway;

import conclave.config.Endpoint;

/** An address that can't be listened on: in use, not of this machine, or not permitted. */
public final class CannotListen extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotListen(Endpoint endpoint, Throwable cause) {
    super("cannot listen on " + endpoint + ": " + cause.getMessage(), cause);
  }
}
