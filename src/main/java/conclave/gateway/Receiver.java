package conclave.gateway;

import conclave.handler.History.Reader;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.room.Event;
import conclave.room.Event.ModesChanged;
import conclave.room.Modes;
import conclave.room.Role;
import conclave.room.UnderName;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One connection in one room: what its user is there, and so what it may be shown. Holds back what
 * is new until what is old has been shown. What comes while the connection does not keep up, and
 * after it until that is made good, is not shown but read from the log later. One loop.
 */
final class Receiver implements Backlog.Place {
  private final Connection connection;
  private final Audience audience;
  private RoomName room;
  private @Nullable Held held;
  private @Nullable Backlog backlog;
  private @Nullable EncodedEvent leaving;
  private @Nullable Receiver before;
  private final Standing self;
  private final Unlogged unlogged;
  private final Shown shown;
  private long log;
  private long described;
  private @Nullable Runnable behind;

  /**
   * A receiver that holds back.
   *
   * @param shown what has this sequence or a lower one is not for it
   */
  Receiver(Connection connection, Audience audience, RoomName room, Nick nick, long shown) {
    this.connection = connection;
    this.audience = audience;
    this.room = room;
    this.self = new Standing(nick);
    this.held = new Held(connection.output());
    this.unlogged = new Unlogged(connection);
    this.shown = new Shown(shown);
  }

  /** Its user is this in the room, whose log that is. */
  void is(Set<Role> known, long its) {
    self.is(known);
    log = its;
  }

  /** The room has these modes. */
  void sees(Modes modes) {
    self.sees(modes);
  }

  /** The log of the room; 0 while that is not known. */
  long log() {
    return log;
  }

  /** What the room is called. */
  RoomName room() {
    return room;
  }

  /** Has one of them the other's name, or its log? */
  boolean isSamePlace(Receiver other) {
    return log == other.log || room.key().equals(other.room.key());
  }

  /** How far the log was shown. */
  Shown shown() {
    return before != null && before.log == log ? before.shown() : shown;
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

  /** The user's roles may be others from now on. */
  void follow(ModesChanged event) {
    self.follow(event);
  }

  /** Some user's nick, maybe its own, is another from now on. */
  void follow(Nick from, Nick to) {
    self.follow(from, to);
  }

  /** The room has another name from now on. */
  void follow(RoomName to) {
    room = to;
  }

  /** Is nothing shown late? */
  boolean isLive() {
    return held == null && backlog == null;
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
  boolean whenBehind(Runnable work) {
    if (held == null) {
      return false;
    }
    behind = work;
    return true;
  }

  /**
   * Is this not shown now but later: when what is old has been shown, or late, since the connection
   * does not keep up? Another name of the room can't wait: what is read later bears it already.
   */
  boolean misses(EncodedEvent event) {
    boolean isNow = held == null && backlog == null && !output().isPressed();
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
    if (isInLog(event.event())) {
      if (event.event().stamp().seq() > shown.seq()) {
        miss(event);
      }
      return true;
    }
    if (backlog != null) {
      unlogged.add(event);
    }
    return backlog != null;
  }

  private boolean isInLog(Event event) {
    return event.stamp().isKept()
        && event.isLogged(self.isEphemeral())
        && !(event instanceof Event.RoomRenamed);
  }

  private void miss(EncodedEvent event) {
    long seq = event.event().stamp().seq();
    Optional<LabelledCaller> cause = output().causeOf(event.event());
    if (backlog != null) {
      backlog.missed(seq, cause);
      return;
    }
    backlog = new Backlog(this, event.event().stamp().place(), seq);
    backlog.missed(seq, cause);
    if (held == null) {
      output().catchUp().add(backlog);
    }
  }

  private Backlog rest(long from, long until) {
    Backlog rest = backlog == null ? new Backlog(this, log, from + 1) : backlog;
    rest.missed(from + 1);
    rest.missed(until);
    return rest;
  }

  void show(EncodedEvent event) {
    long seq = event.event().stamp().seq();
    if (seq <= shown.seq() && event.event().stamp().isKept()) {
      return;
    }
    if (held != null) {
      hold(event, held);
    } else {
      if (backlog == null) {
        reached(seq);
      }
      output().showOrDrop(event);
    }
  }

  private void hold(EncodedEvent event, Held waiting) {
    if (event.event().stamp().isKept() && event.event().stamp().seq() <= shown.seq()) {
      return;
    }
    boolean isHeld = before == null && waiting.add(event);
    if (!isHeld && isInLog(event.event())) {
      miss(event);
    } else if (!isHeld) {
      unlogged.add(event);
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
      described = until;
      backlog = rest(from, until);
    }
    Optional<Backlog> overflow = Optional.ofNullable(backlog);
    late.ifPresent(all -> all.takeAll(this::showUnlessMissed));
    overflow.ifPresentOrElse(output().catchUp()::add, () -> showUnlogged(Long.MAX_VALUE));
    if (behind != null) {
      behind.run();
    }
    endIfLeft();
  }

  private void showUnlessMissed(EncodedEvent event) {
    if (!misses(event)) {
      showIfFor(event);
    }
  }

  /** Whoever is asked when it came, may be somebody else when it is shown. */
  private void showIfFor(EncodedEvent event) {
    if (isForIt(event.event())) {
      show(event);
    } else {
      pass(event);
    }
  }

  private boolean isForIt(Event event) {
    return event instanceof Event.RoomRenamed || isFor(event);
  }

  private boolean isFor(Event event) {
    return event instanceof Event.InRoom inRoom
        && self.mayRead(inRoom)
        && audience.isFor(event, connection);
  }

  private void showUnlogged(long upTo) {
    unlogged.takeUpTo(
        upTo,
        event -> {
          if (isForIt(event.event())) {
            output().showOrDrop(event);
          }
        });
  }

  @Override
  public Reader reader() {
    return new Reader(self.nick(), self.rank(), true);
  }

  @Override
  public void catchUp(Event event) {
    // Who was in the room then is of no use to whom it was described to since.
    boolean isOld = event.stamp().seq() <= described && !(event instanceof Event.Said);
    showUnlogged(event.stamp().seq());
    if (!isOld && isFor(event)) {
      output().show(new EncodedEvent(event.accept(new UnderName(room))));
    }
    reached(event.stamp().seq());
  }

  @Override
  public void caughtUp(long seq) {
    backlog = null;
    if (leaving != null
        && leaving.event().stamp().seq() > shown.seq()
        && isInLog(leaving.event())) {
      output().show(leaving); // the log keeps it no more
    }
    reached(seq);
    showUnlogged(Long.MAX_VALUE);
    endIfLeft();
  }

  /** Its user has left the room by this, which may be shown late. */
  void left(EncodedEvent event) {
    leaving = event;
  }

  boolean hasLeft() {
    return leaving != null;
  }

  private void endIfLeft() {
    if (hasLeft() && isLive()) {
      output().catchUp().leftBehind().over(this);
    }
  }
}
