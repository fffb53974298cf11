package conclave.gateway;

import conclave.command.User;
import conclave.name.Nick;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * Those of the directory who are here without a connection: no listener has anything of them, so
 * that every listener looks after all of them. Any thread.
 */
final class Absentees {
  private final Entries entries;
  private final AtomicLong numbers = new AtomicLong();

  /** Those among these entries. */
  Absentees(Entries entries) {
    this.entries = entries;
  }

  /** A number for the next absence. */
  long number() {
    return numbers.incrementAndGet();
  }

  boolean has(Nick nick) {
    Presence entry = entries.get(nick.key());
    return entry != null && entry.isAbsent();
  }

  List<User> all() {
    return entries.all().stream().filter(Presence::isAbsent).map(Presence::user).toList();
  }

  /**
   * Ends an absence, where it still lasts. The user must be told to the rooms, and then be gone; of
   * several that try at once, one gets it.
   *
   * @param which must it be for that?
   */
  Optional<Presence> leave(Nick nick, Predicate<Presence> which) {
    boolean[] isEnded = {false};
    Presence entry =
        entries.computeIfPresent(
            nick.key(),
            (key, present) -> {
              isEnded[0] = present.isAbsent() && which.test(present);
              return isEnded[0] ? present.departing() : present;
            });
    return isEnded[0] ? Optional.ofNullable(entry) : Optional.empty();
  }
}
