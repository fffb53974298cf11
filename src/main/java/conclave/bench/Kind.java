package conclave.bench;

import java.util.Optional;

/**
 * A kind of room that is talked in.
 *
 * @param name in the names of the rooms, and in what is reported
 * @param mode that it is given
 */
record Kind(String name, Optional<String> mode) {
  static final Kind USUAL = new Kind("bench", Optional.empty());
  static final Kind STORED = new Kind("history", Optional.empty());

  /** Whose messages are not stored. */
  static final Kind EPHEMERAL = new Kind("mode-E", Optional.of("+E"));
}
