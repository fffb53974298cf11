package conclave.gateway;

import io.vertx.core.Vertx;
import java.util.Optional;

/** What a connection needs of the listener that accepted it. */
interface Listener {
  Node node();

  Vertx vertx();

  Flusher flusher();

  LocalRooms rooms();

  LocalUsers users();

  /** Who reads logs, of those who do not keep up. */
  Turns turns();

  /** A connection comes from elsewhere than it seemed; why that may not come in, if so. */
  Optional<String> moves(AddressPrefix from, AddressPrefix to);

  /** The socket is closed, and whom it concerns has been told. */
  void forget(Connection connection, AddressPrefix prefix);
}
