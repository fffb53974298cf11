package conclave.cli;

import conclave.client.Event;
import conclave.name.CaseFold;
import java.util.HashSet;
import java.util.Set;

/**
 * What of a lost connection and the return need not be told: the prompt says that there is none,
 * and who comes back knows the rooms. Bounded by the rooms of a session.
 */
final class Comeback {
  private final Set<String> here = new HashSet<>();
  private final Set<String> again = new HashSet<>();
  private boolean lost;

  /** Whether it is no news to who was here before; takes note of it. */
  boolean isOldHat(Event event) {
    if (event instanceof Event.Disconnected gone) {
      boolean isNews = !lost || gone.retryIn().isEmpty() || !gone.unconfirmed().isEmpty();
      lost = true;
      return !isNews;
    }
    if (event instanceof Event.Connected) {
      lost = false;
    } else if (event instanceof Event.Joined joined && joined.own()) {
      boolean isNew = here.add(CaseFold.fold(joined.room()));
      return !isNew && again.add(CaseFold.fold(joined.room()));
    } else if (event instanceof Event.Names names) {
      return again.remove(CaseFold.fold(names.room()));
    } else if (event instanceof Event.Parted parted && parted.own()) {
      here.remove(CaseFold.fold(parted.room()));
    } else if (event instanceof Event.Kicked kicked && kicked.own()) {
      here.remove(CaseFold.fold(kicked.room()));
    }
    return event instanceof Event.Told && lost;
  }
}
