package conclave.bus;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a node says of those who are logged in on it. */
public sealed interface SessionAnswer {
  /** Those of one account. */
  record Live(List<One> sessions) implements SessionAnswer {
    public Live {
      sessions = List.copyOf(sessions);
    }

    /**
     * One connection, and the session that it is in: all of that but what is secret.
     *
     * @param number of the session
     * @param address where it was seen last; for its owner's and operators' eyes
     * @param client how it speaks
     * @param created milliseconds since 1970, UTC, as {@code seen} and {@code expires}
     * @param expires 0 where it is not kept
     */
    public record One(
        String connection,
        int number,
        Optional<String> device,
        String address,
        String client,
        long created,
        long seen,
        long expires) {}
  }

  /** How many connections each account has, by its key; those that have any. */
  record Counts(Map<String, Integer> live) implements SessionAnswer {
    public Counts {
      live = Map.copyOf(live);
    }
  }
}
