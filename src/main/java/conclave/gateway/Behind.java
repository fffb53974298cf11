package conclave.gateway;

import conclave.handler.History.Reader;
import conclave.room.Event;
import conclave.room.UnderName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one connection is behind in, in one room: the log has it, or nothing has, and it is shown
 * late. One loop.
 */
final class Behind implements Backlog.Place {
  private final Connection connection;
  private final Audience audience;
  private final Standing self;
  private final Shown shown;
  private final Unlogged unlogged;
  private final Runnable over;
  private @Nullable Backlog backlog;
  private @Nullable EncodedEvent leaving;
  private long described;

  /**
   * Behind in nothing yet.
   *
   * @param over is told when nothing is missing any more
   */
  Behind(Connection connection, Audience audience, Standing self, Shown shown, Runnable over) {
    this.connection = connection;
    this.audience = audience;
    this.self = self;
    this.shown = shown;
    this.unlogged = new Unlogged(connection);
    this.over = over;
  }

  private Output output() {
    return connection.output();
  }

  /** Is nothing missing? */
  boolean isNothing() {
    return backlog == null;
  }

  /** The log has this; true where it is the first. */
  boolean miss(EncodedEvent event) {
    long seq = event.event().stamp().seq();
    boolean isFirst = backlog == null;
    backlogFrom(event.event().stamp().place(), seq).missed(seq, output().causeOf(event.event()));
    return isFirst;
  }

  private Backlog backlogFrom(long log, long seq) {
    if (backlog == null) {
      backlog = new Backlog(this, log, seq);
    }
    return backlog;
  }

  /** Nothing has this but the memory here. */
  void keep(EncodedEvent event) {
    unlogged.add(event);
  }

  /** The past could be shown up to that sequence only; what the room is, was told as of the end. */
  void missRest(long from, long until) {
    described = until;
    Backlog rest = backlogFrom(self.log(), from + 1);
    rest.missed(from + 1);
    rest.missed(until);
  }

  /** From now on it is read, where anything is missing. */
  void go() {
    if (backlog == null) {
      showUnlogged(Long.MAX_VALUE);
    } else {
      output().catchUp().add(backlog);
    }
  }

  /** Whoever is asked when something came, may be somebody else when it is shown. */
  boolean isFor(Event event) {
    return event instanceof Event.RoomRenamed || isStillFor(event);
  }

  private boolean isStillFor(Event event) {
    return event instanceof Event.InRoom inRoom
        && self.mayRead(inRoom)
        && audience.isFor(event, connection);
  }

  private void showUnlogged(long before) {
    unlogged.takeUpTo(
        before,
        event -> {
          if (isFor(event.event())) {
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
    if (!isOld && isStillFor(event)) {
      output().show(new EncodedEvent(event.accept(new UnderName(self.room()))));
    }
    reached(event.stamp().seq());
  }

  @Override
  public void caughtUp(long seq) {
    backlog = null;
    // What is old is removed from logs; that one is out, one must be told all the same.
    left()
        .filter(last -> last.event().stamp().seq() > shown.seq() && self.keeps(last.event()))
        .ifPresent(output()::show);
    reached(seq);
    showUnlogged(Long.MAX_VALUE);
    over.run();
  }

  private void reached(long seq) {
    shown.reach(seq, connection.past().progress().signs());
  }

  /** Its user has left the room by this, which may be shown late. */
  void leave(EncodedEvent event) {
    leaving = event;
  }

  /** By what its user has left. */
  Optional<EncodedEvent> left() {
    return Optional.ofNullable(leaving);
  }
}
