package conclave.it;

/** Where people come in, and come back to. */
interface Entrance {
  /** A connection as soon as there is a server to connect to. */
  Peer enter();
}
