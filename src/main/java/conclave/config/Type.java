package conclave.config;

import java.util.Optional;

/** What values a key takes, and how they are read. */
interface Type<T> {
  /** What is allowed, in words that follow "is not". */
  String allowed();

  /**
   * Reads a value.
   *
   * @return empty after the mistakes have been told to {@code reading}
   */
  Optional<T> read(Value value, Reading reading);

  /** Must no message show a value that is not allowed? */
  default boolean holdsSecrets() {
    return false;
  }

  /** The value that a text from the environment or the command line stands for. */
  default Value ofText(String text, String where) {
    return new Value.Scalar(text, false, where);
  }
}
