package conclave.it;

/** Where people come in, and come back to. */
interface Entrance {
  /** A connection as soon as there is a server to connect to. */
  Peer enter();

  /**
   * May what was refused on a connection that is lost have been followed by what was not? So it is
   * where a server that was given up passes on to another one what it had not begun.
   */
  default boolean losesRefusals() {
    return false;
  }
}
