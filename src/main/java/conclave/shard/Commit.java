package conclave.shard;

import conclave.bus.PlaceAnswer;
import conclave.room.Decision;
import conclave.room.Event;
import conclave.room.Member;
import conclave.room.Place;
import conclave.room.Refusal;
import conclave.room.Room;
import conclave.room.RoomState;
import conclave.room.Touched;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What goes to the store at once, and how the place is then.
 *
 * @param kept what the log will have of it
 * @param last the last sequence that the place will have given
 */
record Commit(List<Waiting> batch, List<Event> kept, Optional<RoomState> state, long last) {
  /** So many sequences a room that keeps nothing takes from the store at once. */
  private static final int AHEAD = 10_000;

  /** {@code kept} are those of its events that the log will have. */
  record Waiting(List<Event> events, List<Event> kept, List<Refusal> refusals, Turn turn) {
    /** What was decided on that place, which is then as it will be. */
    static Waiting of(Decision decision, Place ahead, Turn turn) {
      List<Event> kept = new ArrayList<>();
      for (Event event : decision.events()) {
        if (event.stamp().isKept() && ahead.keeps(event)) {
          kept.add(event);
        }
        ahead.apply(event);
      }
      return new Waiting(decision.events(), kept, decision.refusals(), turn);
    }

    /** It has come true, and been shown. */
    void settle() {
      turn.answer().complete(PlaceAnswer.settled(refusals));
    }
  }

  /**
   * All of these, after which the place is like that.
   *
   * @param given the last sequence that it has given as far as the store knows
   */
  static Commit of(List<Waiting> batch, Place after, long given) {
    List<Event> kept = batch.stream().flatMap(waiting -> waiting.kept.stream()).toList();
    boolean givesNone =
        batch.stream()
            .flatMap(waiting -> waiting.events.stream())
            .noneMatch(event -> event.stamp().isKept());
    // After a restart a room that keeps nothing goes on behind all that it may have given.
    long unkept = givesNone ? given : after.seq() + AHEAD;
    return new Commit(batch, kept, after.state(), kept.isEmpty() ? unkept : after.seq());
  }

  List<Event> events() {
    return batch.stream().flatMap(waiting -> waiting.events.stream()).toList();
  }

  /** Who is another member after it; who is in again after a restart is, without a sequence. */
  Map<String, Optional<Member>> members(Place after) {
    Map<String, Optional<Member>> members = new HashMap<>();
    if (after instanceof Room room) {
      for (Event event : events()) {
        event.accept(Touched.BY).forEach(nick -> members.put(nick, room.member(nick)));
      }
    }
    return members;
  }
}
