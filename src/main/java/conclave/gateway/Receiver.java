package conclave.gateway;

import conclave.name.CaseFold;
import conclave.name.Nick;
import conclave.room.Event;
import conclave.room.Event.ModesChanged;
import conclave.room.Mode;
import conclave.room.ModeChange;
import conclave.room.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One connection in one room: what its user is there, and so what it may be shown. Holds back what
 * is new until what is old has been shown. One loop.
 */
final class Receiver {
  private static final int MAX_HELD = 10_000;

  private final Connection connection;
  private @Nullable List<EncodedEvent> held = new ArrayList<>();
  private Nick nick;
  private Set<Role> roles;
  private final Shown shown;
  private long log;
  private @Nullable Runnable behind;

  /**
   * A receiver that holds back.
   *
   * @param roles of its user in the room
   * @param shown what has this sequence or a lower one is not for it
   */
  Receiver(Connection connection, Nick nick, Set<Role> roles, long shown) {
    this.connection = connection;
    this.nick = nick;
    this.roles = roles;
    this.shown = new Shown(shown);
  }

  /** Its user is this in the room, whose log that is. */
  void is(Set<Role> known, long its) {
    roles = known;
    log = its;
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
    if (held == null) {
      reached(event.event().stamp().seq());
    }
  }

  /** The user's roles may be others from now on. */
  void follow(ModesChanged event) {
    for (ModeChange change : event.changes()) {
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

  /** May its user see this? What is held back is looked at again before it is shown. */
  boolean mayShow(Event.InRoom event) {
    return held != null || event.isFor(nick, Role.highest(roles));
  }

  Connection connection() {
    return connection;
  }

  /** Does this when what is held back has been shown; false where there is nothing. */
  boolean whenBehind(Runnable work) {
    if (held == null) {
      return false;
    }
    behind = work;
    return true;
  }

  void show(EncodedEvent event) {
    long seq = event.event().stamp().seq();
    if (seq <= shown.seq() && event.event().stamp().isKept()) {
      return;
    }
    if (held == null) {
      reached(seq);
      connection.show(event);
    } else if (held.size() < MAX_HELD) {
      cause(event).ifPresent(LabelledCaller::hold);
      held.add(event);
    } else {
      connection.end(Parting.lost("Send queue exceeded while the past was read"));
    }
  }

  /** From now on what comes is shown at once; what was held back, first. */
  void goLive(long from) {
    List<EncodedEvent> late = held == null ? List.of() : held;
    held = null;
    reached(from);
    for (EncodedEvent event : late) {
      Optional<LabelledCaller> cause = cause(event);
      if (event.event() instanceof Event.InRoom inRoom && mayShow(inRoom)) {
        show(event);
      }
      cause.ifPresent(LabelledCaller::release);
    }
    if (behind != null) {
      behind.run();
    }
  }

  /** A labelled command is not answered to the end before what it caused is shown. */
  private Optional<LabelledCaller> cause(EncodedEvent event) {
    return connection.labels().causeOf(event.event().stamp().origin());
  }
}
