package conclave.client;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * An account, as the server lists it.
 *
 * @param role {@code member}, {@code operator} or {@code admin}
 * @param state {@code enabled}, {@code disabled} or {@code deleted}
 * @param sessions how many of its sessions are connected
 */
public record ListedAccount(
    String name, String role, String state, Instant created, long sessions) {

  /** Reads {@code NOTE ACCOUNT ACCOUNT …}; empty for any other line. */
  public static Optional<ListedAccount> of(IrcLine line) {
    boolean is =
        line.command().equals("NOTE")
            && line.param(0).equals("ACCOUNT")
            && line.param(1).equals("ACCOUNT");
    try {
      return is
          ? Optional.of(
              new ListedAccount(
                  line.param(2),
                  line.param(3),
                  line.param(4),
                  Instant.ofEpochMilli(Long.parseLong(line.param(5))),
                  Long.parseLong(line.param(6))))
          : Optional.empty();
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
