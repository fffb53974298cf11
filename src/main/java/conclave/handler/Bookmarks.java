package conclave.handler;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps how far each session was shown its rooms and conversations, so that whoever comes back to
 * it is shown what came since. Callable on any context; futures complete on the caller's.
 */
public interface Bookmarks {
  /**
   * Whose a bookmark is: one device's, as far as sessions tell devices apart.
   *
   * @param account its key
   */
  record Seat(String account, int session) {}

  /**
   * How far a session was shown everything.
   *
   * @param logs the last sequence that was shown, by log ({@link conclave.room.Stamp#place()})
   * @param time of conversations that are not among those, what is from before it is not missed;
   *     milliseconds since 1970, UTC
   */
  record Reached(Map<Long, Long> logs, long time) {
    public Reached {
      logs = Map.copyOf(logs);
    }
  }

  /** What was filed last; nothing where nothing was. */
  Future<Optional<Reached>> of(Seat seat);

  /**
   * Takes this in place of what there was. It is known at once, and stored a little later: a crash
   * between loses it, so that something may be shown again, and nothing is left out.
   *
   * @param isLast nothing more is shown there: it is stored before what is said from now on
   */
  void file(Seat seat, Reached reached, boolean isLast);

  /** Done when what was filed for it so far is stored, or lost. */
  Future<Void> stored(Seat seat);
}
