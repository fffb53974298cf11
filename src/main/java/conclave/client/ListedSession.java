package conclave.client;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * One of an account's sessions, as the server lists it.
 *
 * @param state {@code self} for the one that asks, {@code live} if it is connected, else {@code
 *     away}
 * @param address from where it was seen last; empty if that is not told
 * @param device empty for none
 * @param client the program; empty if it is not known
 */
public record ListedSession(
    long number,
    String state,
    Instant created,
    Instant seen,
    String address,
    String device,
    String client) {
  private static final String NONE = "*";

  /** Reads {@code NOTE SESSIONS SESSION …}; empty for any other line. */
  public static Optional<ListedSession> of(IrcLine line) {
    boolean is =
        line.command().equals("NOTE")
            && line.param(0).equals("SESSIONS")
            && line.param(1).equals("SESSION");
    try {
      return is
          ? Optional.of(
              new ListedSession(
                  Long.parseLong(line.param(2)),
                  line.param(3),
                  Instant.ofEpochMilli(Long.parseLong(line.param(4))),
                  Instant.ofEpochMilli(Long.parseLong(line.param(5))),
                  address(line.param(6)),
                  orEmpty(line.param(7)),
                  orEmpty(line.param(8))))
          : Optional.empty();
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A word can't begin with a colon, so that a zero stands before such an address. */
  private static String address(String word) {
    return word.startsWith("0::") ? word.substring(1) : orEmpty(word);
  }

  private static String orEmpty(String word) {
    return word.equals(NONE) ? "" : word;
  }
}
