package conclave.gateway;

import io.vertx.core.Vertx;

/** What a connection needs of the listener that accepted it. */
interface Listener {
  Node node();

  Vertx vertx();

  Flusher flusher();

  LocalRooms rooms();

  LocalUsers users();

  /** The socket is closed, and whom it concerns has been told. */
  void forget(Connection connection, AddressPrefix prefix);
}
