package conclave.cli;

import conclave.client.Event;
import conclave.name.CaseFold;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is writing where, until they have said it or given it up. Safe for several threads. */
final class Typists {
  static final int MAX = 100;

  /** Who says no more of it does not write any more (IRCv3 typing). */
  private static final Duration LASTS = Duration.ofSeconds(6);

  private record Typist(String room, String nick) {
    static Typist of(String room, String nick) {
      return new Typist(CaseFold.fold(room), nick);
    }
  }

  private final Map<Typist, Instant> until = new LinkedHashMap<>();

  /**
   * Takes note of an event.
   *
   * @param room where it belongs
   */
  synchronized void note(Event event, String room, Instant now) {
    if (event instanceof Event.Typing typing && typing.isActive() && until.size() < MAX) {
      until.put(Typist.of(room, typing.who()), now.plus(LASTS));
    } else if (event instanceof Event.Typing typing) {
      until.remove(Typist.of(room, typing.who()));
    } else if (event instanceof Event.Said said) {
      until.remove(Typist.of(room, said.who()));
    }
  }

  /** Who writes there. */
  synchronized List<String> in(String room, Instant now) {
    until.values().removeIf(end -> end.isBefore(now));
    return until.keySet().stream()
        .filter(one -> one.room().equals(CaseFold.fold(room)))
        .map(Typist::nick)
        .toList();
  }
}
