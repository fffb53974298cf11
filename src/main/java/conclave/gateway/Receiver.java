package conclave.gateway;

import conclave.handler.History.Reader;
import conclave.name.CaseFold;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.room.Event;
import conclave.room.Event.ModesChanged;
import conclave.room.Mode;
import conclave.room.ModeChange;
import conclave.room.Modes;
import conclave.room.Role;
import conclave.room.UnderName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One connection in one room: what its user is there, and so what it may be shown. Holds back what
 * is new until what is old has been shown. What comes while the connection does not keep up, and
 * after it until that is made good, is not shown but read from the log later. One loop.
 */
final class Receiver implements Backlog.Place {
  private static final int MAX_HELD = 1_000;

  private final Connection connection;
  private final Audience audience;
  private RoomName room;
  private @Nullable List<EncodedEvent> held = new ArrayList<>();
  private @Nullable Backlog backlog;
  private @Nullable EncodedEvent leaving;
  private Nick nick;
  private Set<Role> roles = Set.of();
  private final Shown shown;
  private long log;
  private boolean isEphemeral;
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
    this.nick = nick;
    this.shown = new Shown(shown);
  }

  /** Its user is this in the room, whose log that is. */
  void is(Set<Role> known, long its) {
    roles = known;
    log = its;
  }

  /** The room has these modes. */
  void sees(Modes modes) {
    isEphemeral = modes.has(Mode.EPHEMERAL);
  }

  /** The log of the room; 0 while that is not known. */
  long log() {
    return log;
  }

  /** How far the room was shown. */
  Shown shown() {
    return shown;
  }

  /** The past was written up to there. */
  void reached(long seq) {
    shown.reach(seq, connection.past().progress().signs());
  }

  /** What comes next is not for this connection, which knows it or need not. */
  void pass(EncodedEvent event) {
    if (held == null && backlog == null) {
      reached(event.event().stamp().seq());
    }
  }

  /** The user's roles may be others from now on. */
  void follow(ModesChanged event) {
    for (ModeChange change : event.changes()) {
      isEphemeral = change.mode() == Mode.EPHEMERAL ? change.add() : isEphemeral;
      boolean isOwn =
          change.mode().kind() == Mode.Kind.ROLE
              && change.argument().map(CaseFold::fold).equals(Optional.of(nick.key()));
      if (isOwn) {
        EnumSet<Role> changed = EnumSet.noneOf(Role.class);
        changed.addAll(roles);
        boolean done =
            change.add() ? changed.add(change.mode().role()) : changed.remove(change.mode().role());
        roles = done ? Set.copyOf(changed) : roles;
      }
    }
  }

  /** Some user's nick, maybe its own, is another from now on. */
  void follow(Nick from, Nick to) {
    if (from.key().equals(nick.key())) {
      nick = to;
    }
  }

  /** The room has another name from now on. */
  void follow(RoomName to) {
    room = to;
  }

  /** May its user see this? What is held back is looked at again before it is shown. */
  boolean mayShow(Event.InRoom event) {
    return held != null || event.isFor(nick, Role.highest(roles));
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
   * Is this not shown now but late, since the connection does not keep up? Another name of the room
   * can't wait: what is read later bears it already.
   */
  boolean misses(EncodedEvent event) {
    boolean keepsUp = backlog == null && !output().isPressed();
    if (keepsUp || held != null || !isInLog(event.event())) {
      return false;
    }
    if (event.event().stamp().seq() > shown.seq()) {
      miss(event);
    }
    return true;
  }

  private boolean isInLog(Event event) {
    return event.stamp().isKept() && !isEphemeral && !(event instanceof Event.RoomRenamed);
  }

  private void miss(EncodedEvent event) {
    long seq = event.event().stamp().seq();
    output().hold(event.event());
    if (backlog != null) {
      backlog.missed(seq);
      return;
    }
    backlog = new Backlog(this, event.event().stamp().place(), seq);
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

  private void hold(EncodedEvent event, List<EncodedEvent> waiting) {
    if (waiting.size() < MAX_HELD) {
      output().hold(event.event());
      waiting.add(event);
    } else if (isInLog(event.event())) {
      miss(event);
    } else {
      output().showOrDrop(event);
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
    List<EncodedEvent> late = held == null ? List.of() : held;
    held = null;
    reached(from);
    if (from < until) {
      described = until;
      backlog = rest(from, until);
    }
    Optional<Backlog> overflow = Optional.ofNullable(backlog);
    for (EncodedEvent event : late) {
      if (event.event() instanceof Event.InRoom inRoom && mayShow(inRoom) && !misses(event)) {
        show(event);
      }
      output().release(event.event());
    }
    overflow.ifPresent(output().catchUp()::add);
    if (behind != null) {
      behind.run();
    }
  }

  // ── what was missed

  @Override
  public Reader reader() {
    return new Reader(nick, Role.highest(roles), true);
  }

  @Override
  public void catchUp(Event event) {
    // Who was in the room then is of no use to whom it was described to since.
    boolean isOld = event.stamp().seq() <= described && !(event instanceof Event.Said);
    if (!isOld && audience.isFor(event, connection)) {
      output().show(new EncodedEvent(event.accept(new UnderName(room))));
    }
    output().release(event);
    reached(event.stamp().seq());
  }

  @Override
  public void caughtUp(long seq) {
    backlog = null;
    reached(seq);
  }

  /** Its user has left the room by this, which may be shown late. */
  void left(EncodedEvent event) {
    leaving = event;
  }

  /** The user comes back before what was missed is shown: now it must be seen to have left. */
  boolean endsFor(RoomName again) {
    if (leaving == null || !room.key().equals(again.key())) {
      return false;
    }
    output().show(leaving);
    return true;
  }
}
