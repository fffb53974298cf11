package conclave.gateway;

import io.vertx.core.net.SocketAddress;
import java.util.Optional;

/** Who has found a door is let in here, or not. On the listener's loop. */
interface Reception {
  /**
   * Does it matter what comes through this door from there? Not while the server closes, nor where
   * it is a door for proxies and this is none: that is counted.
   *
   * @param real from where the packets come
   */
  boolean heeds(ListenerVerticle.Port port, SocketAddress real);

  /** Counts a connection in; why it may not come in, if so, and then it is not counted. */
  Optional<String> refusal(AddressPrefix prefix);

  /** Counts one out that was counted in. */
  void left(AddressPrefix prefix);

  /** Keeps a connection that is counted. */
  void admit(Wire wire, AddressPrefix prefix);

  /** One that failed before it began. */
  void failed(ListenerVerticle.Port port, Throwable failure);
}
