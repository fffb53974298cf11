package conclave.cluster;

import conclave.bus.Addresses;
import conclave.bus.Batch;
import conclave.bus.Delivery;
import conclave.bus.Everyone;
import conclave.bus.Heads;
import conclave.room.Event;
import conclave.room.Event.RoomRenamed;
import conclave.room.RoomView;
import conclave.shard.RoomLog;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * What this node shows, of each place in its order and nothing twice, whoever owned the place when
 * it happened: what the bus has lost is read from the log before what comes after it is shown. Any
 * thread.
 */
final class Feed {
  /** So many places are followed; of one that was forgotten, the next event is believed. */
  private static final int MAX_PLACES = 200_000;

  /** So much waits for what is missing before it; what is more is in the log as well. */
  private static final int MAX_HELD = 1_000;

  private static final long AGAIN_MILLIS = 500;

  /** Longer than an owner tells how far a room has come. */
  private static final long LATELY_NANOS = TimeUnit.SECONDS.toNanos(20);

  /** How far one place is shown. */
  private static final class Track {
    private final List<Event> held = new ArrayList<>();
    private String key;
    private long last;
    private long end;
    private long asked;
    private long time;
    private boolean isReading;

    Track(String key, long last, long time) {
      this.key = key;
      this.time = time;
      this.last = last;
      this.end = last;
    }

    /** This is shown, and is the last. */
    void shown(Event event) {
      last = Math.max(last, event.stamp().seq());
      key = keyOf(event);
    }

    boolean isBehind() {
      return end > last || !held.isEmpty();
    }

    /** The last that is missing, as far as is known: what is held comes after it. */
    long missing() {
      return held.stream()
          .filter(event -> event.stamp().isKept())
          .mapToLong(event -> event.stamp().seq() - 1)
          .findFirst()
          .orElse(end);
    }

    /** Of all up to that one the log has nothing more: what is held of it was never in it. */
    void skipTo(long seq, List<Event> next) {
      for (Event event : held) {
        long one = event.stamp().seq();
        if (one > last && one <= seq) {
          shown(event);
          next.add(event);
        }
      }
      last = Math.max(last, seq);
    }

    /** Adds what was held and is next, up to what is missing before the rest. */
    void release(List<Event> next) {
      int released = 0;
      for (Event event : held) {
        long seq = event.stamp().seq();
        if (seq > last + 1) {
          break;
        }
        if (!event.stamp().isKept() || seq > last) {
          shown(event);
          next.add(event);
        }
        released++;
      }
      held.subList(0, released).clear();
    }
  }

  private final Vertx vertx;
  private final String address;
  private final RoomLog log;
  private final LongSupplier clock;
  private final Map<Long, Track> tracks =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Track> eldest) {
          return size() > MAX_PLACES;
        }
      };

  /**
   * Follows nothing yet.
   *
   * @param clock in nanoseconds
   */
  Feed(Vertx vertx, String self, RoomLog log, LongSupplier clock) {
    this.vertx = vertx;
    this.address = Addresses.node(self);
    this.log = log;
    this.clock = clock;
  }

  /** An owner on this node shows these. */
  void here(List<Event> events) {
    take(events);
  }

  /** An owner on another node shows these. */
  void heard(Batch batch) {
    batch.deliveries().forEach(delivery -> take(delivery.events()));
  }

  private synchronized void take(List<Event> events) {
    List<Event> next = new ArrayList<>();
    for (Event event : events) {
      take(event, next);
    }
    show(next);
  }

  private void take(Event event, List<Event> next) {
    long place = event.stamp().place();
    long seq = event.stamp().seq();
    boolean isKept = event.stamp().isKept();
    Track track = tracks.get(place);
    if (track == null) {
      if (isKept) {
        tracks.put(place, new Track(keyOf(event), seq, clock.getAsLong()));
      }
      next.add(event);
      return;
    }
    track.time = clock.getAsLong();
    if (track.isReading || (isKept && seq > track.last + 1)) {
      hold(place, track, event);
    } else if (!isKept || seq > track.last) {
      track.shown(event);
      next.add(event);
    }
  }

  private static String keyOf(Event event) {
    if (event instanceof RoomRenamed renamed) {
      return renamed.to().key();
    }
    return event instanceof Event.InRoom in ? in.room().key() : "";
  }

  private void hold(long place, Track track, Event event) {
    track.end = Math.max(track.end, event.stamp().seq());
    if (track.held.size() < MAX_HELD) {
      track.held.add(event);
    }
    read(place, track);
  }

  private void read(long place, Track track) {
    if (track.isReading) {
      return;
    }
    track.isReading = true;
    track.asked = track.missing();
    log.after(place, track.last)
        .onComplete(
            events -> found(place, track, events),
            away -> vertx.setTimer(AGAIN_MILLIS, id -> readAgain(place, track)));
  }

  private synchronized void readAgain(long place, Track track) {
    track.isReading = false;
    read(place, track);
  }

  /** What the log has, what was never in it and what came since, by their sequences. */
  private synchronized void found(long place, Track track, List<Event> events) {
    List<Event> next = new ArrayList<>();
    for (Event event : events) {
      track.skipTo(event.stamp().seq() - 1, next);
      if (event.stamp().seq() > track.last) {
        track.shown(event);
        next.add(event);
      }
    }
    if (events.isEmpty()) {
      // It was given, and is not in the log: a room that keeps nothing gives such.
      track.skipTo(track.asked, next);
    }
    track.release(next);
    show(next);
    track.isReading = false;
    if (track.isBehind()) {
      read(place, track);
    }
  }

  private void show(List<Event> events) {
    if (!events.isEmpty()) {
      vertx.eventBus().publish(address, new Delivery(events), Everyone.HERE);
    }
  }

  /** This is shown here as of then: what comes after it is missing where it does not come. */
  synchronized void follow(RoomView view) {
    tracks.computeIfAbsent(
        view.log(), place -> new Track(view.name().key(), view.seq(), clock.getAsLong()));
  }

  /** How far places of another node have come. */
  synchronized void heard(Heads heads) {
    for (Heads.Head head : heads.heads()) {
      Track track =
          tracks.computeIfAbsent(
              head.place(), place -> new Track(head.key(), head.from(), clock.getAsLong()));
      advance(head.place(), track, head.seq());
    }
  }

  /**
   * Follows rooms no longer that nobody here is in. Who has just come in may not be known to be in:
   * where something happened lately, that may be it.
   */
  synchronized void forget(Predicate<String> isUnwanted) {
    long now = clock.getAsLong();
    tracks
        .values()
        .removeIf(
            track ->
                track.key.startsWith("#")
                    && !track.isReading
                    && now - track.time > LATELY_NANOS
                    && isUnwanted.test(track.key));
  }

  private void advance(long place, Track track, long seq) {
    if (seq > track.last) {
      track.end = Math.max(track.end, seq);
      read(place, track);
    }
  }

  /** How far the logs of these places have come, as the store says. */
  synchronized void stored(Map<Long, Long> heads) {
    heads.forEach(
        (place, seq) -> {
          Track track = tracks.get(place);
          if (track != null) {
            advance(place, track, seq);
          }
        });
  }

  /** The places that are followed and whose key is such. */
  synchronized List<Long> followed(Predicate<String> which) {
    return tracks.entrySet().stream()
        .filter(entry -> which.test(entry.getValue().key))
        .map(Map.Entry::getKey)
        .toList();
  }
}
