package conclave.command;

import conclave.name.CaseFold;
import conclave.room.Event;
import conclave.room.SearchWords;
import java.util.Optional;

/**
 * What somebody looks for in the past.
 *
 * @param from whose messages: the nick that they were said under
 * @param after nothing from before this time counts, in milliseconds since 1970, UTC; where it is
 *     there, one looks from then on, else back from the end
 * @param before nothing from after this time counts
 */
public record Sought(
    SearchWords words, Optional<String> from, Optional<Long> after, Optional<Long> before) {
  /** At any time. */
  public Sought(SearchWords words, Optional<String> from) {
    this(words, from, Optional.empty(), Optional.empty());
  }

  /** Is it this message? The times are not asked. */
  public boolean isIt(Event event) {
    if (from.isPresent() && !event.by().nick().key().equals(CaseFold.fold(from.get()))) {
      return false;
    }
    return event instanceof Event.Said said
        ? words.areIn(said.text())
        : event instanceof Event.Told told && words.areIn(told.text());
  }
}
