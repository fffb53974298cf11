package conclave.it;

/** An IRC client of other people, as the person who uses it meets it. */
interface ForeignClient extends AutoCloseable {
  /** Types a line: a command, or what is said in the room that is in front. */
  void type(String line);

  /** Waits until it has shown this. */
  void awaitShown(String text);

  @Override
  void close();
}
