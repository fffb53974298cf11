package conclave.gateway;

import conclave.handler.History.Next;
import conclave.handler.History.Reader;
import conclave.room.Event;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * What a connection has missed of one place, since it reads more slowly than the others there: two
 * sequences, however much lies between them. One loop.
 */
final class Backlog {
  /** A room or a conversation, as the connection sees it. */
  interface Place {
    Reader reader();

    /** Shows what was missed, where it is for the connection. */
    void catchUp(Event event);

    /** All that was missed has been shown, up to this sequence. */
    void caughtUp(long seq);
  }

  private final Place place;
  private final long log;
  private final NavigableMap<Long, LabelledCaller> unanswered = new TreeMap<>();
  private long shown;
  private long missed;

  /**
   * The first thing that was missed has this sequence.
   *
   * @param log where it is read; the place may have another name by then
   */
  Backlog(Place place, long log, long first) {
    this.place = place;
    this.log = log;
    this.shown = first - 1;
    this.missed = first;
  }

  Place place() {
    return place;
  }

  long log() {
    return log;
  }

  /** This is in the log, and was not shown. */
  void missed(long seq) {
    missed = Math.max(missed, seq);
    shown = Math.min(shown, seq - 1);
  }

  /** The same, and that command is not answered to the end before it was passed. */
  void missed(long seq, Optional<LabelledCaller> cause) {
    missed(seq);
    cause.ifPresent(
        labelled -> {
          labelled.hold();
          unanswered.put(seq, labelled);
        });
  }

  /** Nothing more of it is shown. */
  void end() {
    release(Long.MAX_VALUE);
  }

  private void release(long upTo) {
    while (!unanswered.isEmpty() && unanswered.firstKey() <= upTo) {
      unanswered.pollFirstEntry().getValue().release();
    }
  }

  /** Up to this sequence all has been shown. */
  long shown() {
    return shown;
  }

  /** Up to this sequence there is something to show. */
  long missed() {
    return missed;
  }

  boolean isOver() {
    return shown >= missed;
  }

  /**
   * Shows a piece of the log that was read. What is in it and has not come by yet, comes by later.
   *
   * @param asked what was missed when it was asked for: all that is in a log's last piece
   * @param isFull may nothing more be shown now?
   */
  void show(Next piece, long asked, BooleanSupplier isFull) {
    for (Event event : piece.events()) {
      long seq = event.stamp().seq();
      if (seq > missed || isFull.getAsBoolean()) {
        return;
      }
      place.catchUp(event);
      shown = seq;
      release(shown);
    }
    shown = Math.max(shown, Math.min(piece.reached(), asked));
    release(shown);
  }
}
