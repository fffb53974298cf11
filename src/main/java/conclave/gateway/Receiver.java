package conclave.gateway;

import conclave.room.Event;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection in one room. Holds back what is new until what is old has been shown. What comes
 * while the connection does not keep up, and after it until that is made good, is not shown but
 * read from the log later. One loop.
 */
final class Receiver {
  private final Connection connection;
  private final Standing self;
  private final Shown shown;
  private final Behind behind;
  private @Nullable Held held;
  private @Nullable Receiver before;
  private @Nullable Runnable afterwards;

  /**
   * A receiver that holds back.
   *
   * @param shown what has this sequence or a lower one is not for it
   */
  Receiver(Connection connection, Audience audience, Standing self, long shown) {
    this.connection = connection;
    this.self = self;
    this.shown = new Shown(shown);
    this.behind = new Behind(connection, audience, self, this.shown, this::endIfLeft);
    this.held = new Held(connection.output());
  }

  /** What its user is in the room. */
  Standing self() {
    return self;
  }

  /** How far the log was shown. */
  Shown shown() {
    return before != null && before.self.log() == self.log() ? before.shown() : shown;
  }

  /** It begins when the connection was shown all of that, which its user has left. */
  void waitFor(Receiver left) {
    before = left;
  }

  /** What it waits for; nothing when its user was shown to be in. */
  @Nullable Receiver before() {
    return before;
  }

  boolean isAwaited() {
    return before != null;
  }

  /** The connection is about to be shown that its user has come in. */
  void enter() {
    before = null;
  }

  /** The past was written up to there. */
  void reached(long seq) {
    shown.reach(seq, connection.past().progress().signs());
  }

  /** What comes next is not for this connection, which knows it or need not. */
  void pass(EncodedEvent event) {
    if (isLive()) {
      reached(event.event().stamp().seq());
    }
  }

  /** Is nothing shown late? */
  boolean isLive() {
    return held == null && behind.isNothing();
  }

  /** May its user see this? What waits is looked at when it is shown. */
  boolean mayShow(Event.InRoom event) {
    return held != null || self.mayRead(event);
  }

  Connection connection() {
    return connection;
  }

  private Output output() {
    return connection.output();
  }

  /** Does this when what is held back has been shown; false where there is nothing. */
  boolean whenLive(Runnable work) {
    if (held == null) {
      return false;
    }
    afterwards = work;
    return true;
  }

  /**
   * Is this not shown now but later: when what is old has been shown, or late, since the connection
   * does not keep up? Another name of the room can't wait: what is read later bears it already.
   */
  boolean misses(EncodedEvent event) {
    boolean isNow = held == null && behind.isNothing() && !output().isPressed();
    return !isNow && waits(event);
  }

  /** As {@link #misses}, where it is not live: apart, so that what is asked most stays short. */
  private boolean waits(EncodedEvent event) {
    if (held != null) {
      hold(event, held);
      return true;
    }
    if (event.event() instanceof Event.RoomRenamed) {
      return false;
    }
    if (self.keeps(event.event())) {
      if (event.event().stamp().seq() > shown.seq() && behind.miss(event)) {
        behind.go();
      }
      return true;
    }
    if (!behind.isNothing()) {
      behind.keep(event);
    }
    return !behind.isNothing();
  }

  void show(EncodedEvent event) {
    long seq = event.event().stamp().seq();
    if (seq <= shown.seq() && event.event().stamp().isKept()) {
      return;
    }
    if (held != null) {
      hold(event, held);
    } else {
      boolean isNext = behind.isNothing();
      output().showOrDrop(event);
      // Afterwards: a connection that this is too much for has not been shown it.
      if (isNext) {
        reached(seq);
      }
    }
  }

  private void hold(EncodedEvent event, Held waiting) {
    if (event.event().stamp().isKept() && event.event().stamp().seq() <= shown.seq()) {
      return;
    }
    boolean isHeld = !(isAwaited() && self.isSeen()) && waiting.add(event);
    if (!isHeld && self.keeps(event.event())) {
      behind.miss(event);
    } else if (!isHeld) {
      behind.keep(event);
    }
  }

  /** From now on what comes is shown at once; what was held back, first. */
  void goLive(long from) {
    goLive(from, from);
  }

  /**
   * The same, where the past could be shown up to a sequence only.
   *
   * @param until the past goes to there: the rest of it is shown before what was held back
   */
  void goLive(long from, long until) {
    Optional<Held> late = Optional.ofNullable(held);
    held = null;
    reached(from);
    if (from < until) {
      behind.missRest(from, until);
    }
    boolean isLate = !behind.isNothing();
    late.ifPresent(all -> all.takeAll(this::showIfFor));
    if (isLate || behind.isNothing()) {
      behind.go(); // else it goes already
    }
    if (afterwards != null) {
      afterwards.run();
    }
    endIfLeft();
  }

  private void showIfFor(EncodedEvent event) {
    if (misses(event)) {
      return;
    }
    if (behind.isFor(event.event())) {
      show(event);
    } else {
      pass(event);
    }
  }

  /** Its user has left the room by this, which may be shown late. */
  void left(EncodedEvent event) {
    behind.leave(event);
  }

  boolean hasLeft() {
    return behind.left().isPresent();
  }

  private void endIfLeft() {
    if (hasLeft() && isLive()) {
      // No log says so: the user itself may not have left.
      behind.left().filter(last -> !last.event().stamp().isKept()).ifPresent(output()::show);
      output().catchUp().leftBehind().over(this);
    }
  }
}
