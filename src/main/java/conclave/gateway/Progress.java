package conclave.gateway;

import conclave.handler.Bookmarks.Reached;
import conclave.room.Event;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How far one connection was shown its rooms and conversations. One loop. */
final class Progress {
  /** So many logs are remembered beside those of the rooms that it is in. */
  private static final int MAX_LOGS = 300;

  /** What was said so long ago is on its way to nobody any more. */
  private static final long UNDERWAY_MILLIS = 60_000;

  private final Set<Receiver> rooms = new LinkedHashSet<>(2);

  private final Map<Long, Shown> logs =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Shown> eldest) {
          return size() > MAX_LOGS;
        }
      };

  /** What was written so long before a line of the peer's has arrived, however thin the line. */
  private static final long CROSSING_MILLIS = 10_000;

  private int signs;
  private long heard;
  private long crossed;
  private long since;
  private boolean isKnown;
  private boolean areTalksShown;

  /**
   * The peer has sent something, and what was written to it before has left this server.
   *
   * @param hasArrived its machine has all of that; else what was written last may be lost with the
   *     connection, and only what is older counts
   */
  void heard(boolean hasArrived) {
    heard(hasArrived, System.currentTimeMillis());
  }

  void heard(boolean hasArrived, long now) {
    if (hasArrived) {
      signs += 2;
      heard = now;
      crossed = now;
    } else if (now - crossed >= CROSSING_MILLIS || now < crossed) {
      signs++;
      heard = Math.min(crossed, now);
      crossed = now;
    }
  }

  /** How many signs of life there were; one that proves all that was written counts twice. */
  int signs() {
    return signs;
  }

  /**
   * It goes on from there; from now where there is nothing to go on from.
   *
   * @param before how far the conversations had come of late that it then has not missed
   */
  void begin(Optional<Reached> known, Map<Long, Long> before) {
    since = known.map(Reached::time).orElseGet(System::currentTimeMillis);
    known
        .map(Reached::logs)
        .orElse(before)
        .forEach((log, seq) -> logs.putIfAbsent(log, new Shown(seq)));
    isKnown = true;
  }

  void entered(Receiver room) {
    rooms.add(room);
  }

  void left(Receiver room) {
    rooms.remove(room);
    logs.remove(room.self().log());
  }

  /** What was missed of conversations has been shown: what is shown now goes on from there. */
  void talksShown() {
    areTalksShown = true;
  }

  /** A message of a conversation was written; before what was missed, that says nothing. */
  void told(Event event) {
    if (areTalksShown && event.stamp().isKept()) {
      told(event.stamp().place(), event.stamp().seq());
    }
  }

  /** A conversation was written up to there. */
  void told(long log, long seq) {
    logs.computeIfAbsent(log, one -> new Shown(0)).reach(seq, signs);
  }

  /** How far a conversation was written; 0 where none of it was. */
  long of(long log) {
    Shown shown = logs.get(log);
    return shown == null ? 0 : shown.seq();
  }

  /**
   * How far it was shown everything; nothing while that is not known.
   *
   * @param isSure what was written last has arrived as well
   */
  Optional<Reached> reached(boolean isSure) {
    return reached(isSure, rooms);
  }

  /** The same of conversations alone, as far as that is sure. */
  Optional<Reached> inTalks() {
    return reached(false, Set.of());
  }

  private Optional<Reached> reached(boolean isSure, Set<Receiver> among) {
    if (!isKnown) {
      return Optional.empty();
    }
    Map<Long, Long> all = new HashMap<>();
    logs.forEach((log, shown) -> all.put(log, isSure ? shown.seq() : shown.before(signs)));
    for (Receiver room : among) {
      long seq = isSure ? room.shown().seq() : room.shown().before(signs);
      if (seq > 0 && room.self().log() != 0) {
        all.put(room.self().log(), seq);
      }
    }
    all.values().removeIf(seq -> seq == 0);
    long last = isSure ? System.currentTimeMillis() : heard;
    long time = areTalksShown ? Math.max(since, last - UNDERWAY_MILLIS) : since;
    return Optional.of(new Reached(all, time));
  }
}
