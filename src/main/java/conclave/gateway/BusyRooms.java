package conclave.gateway;

import conclave.name.RoomName;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Where people of this node talk most, over the last five minutes. Any thread. Each minute keeps
 * {@value #MAX_ROOMS} rooms: where there are more, those that take part in a thousandth of the talk
 * or less are counted too low or not at all (Misra and Gries, "Finding repeated elements").
 */
final class BusyRooms {
  static final int MAX_ROOMS = 1_000;
  static final int MINUTES = 5;
  private static final long MINUTE_MILLIS = 60_000;

  private static final class Tally {
    private final RoomName room;
    private long count;

    private Tally(RoomName room) {
      this.room = room;
    }
  }

  private final LongSupplier clock;
  private final List<Map<String, Tally>> minutes;
  private long minute;

  /**
   * Nobody has talked yet.
   *
   * @param clock milliseconds that never go back
   */
  BusyRooms(LongSupplier clock) {
    this.clock = clock;
    this.minute = clock.getAsLong() / MINUTE_MILLIS;
    this.minutes =
        List.of(
            new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
  }

  /** Somebody has said something there. */
  synchronized void said(RoomName room) {
    Map<String, Tally> now = now();
    Tally known = now.get(room.key());
    if (known != null) {
      known.count++;
    } else if (now.size() < MAX_ROOMS) {
      now.computeIfAbsent(room.key(), key -> new Tally(room)).count++;
    } else {
      now.values().removeIf(tally -> --tally.count == 0);
    }
  }

  private Map<String, Tally> now() {
    long current = clock.getAsLong() / MINUTE_MILLIS;
    for (long passed = Math.max(minute + 1, current - MINUTES + 1); passed <= current; passed++) {
      minutes.get((int) Math.floorMod(passed, (long) MINUTES)).clear();
    }
    minute = current;
    return minutes.get((int) Math.floorMod(current, (long) MINUTES));
  }

  /** The busiest rooms, with the messages in each; the busiest first. */
  synchronized List<GatewayFigures.Busy> most(int rooms) {
    now();
    Map<String, Tally> all = new HashMap<>();
    for (Map<String, Tally> one : minutes) {
      one.forEach(
          (key, tally) ->
              all.computeIfAbsent(key, first -> new Tally(tally.room)).count += tally.count);
    }
    return all.values().stream()
        .sorted(
            Comparator.comparingLong((Tally tally) -> -tally.count)
                .thenComparing(t -> t.room.key()))
        .limit(rooms)
        .map(tally -> new GatewayFigures.Busy(tally.room, tally.count))
        .toList();
  }
}
