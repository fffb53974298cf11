package conclave.gateway;

import conclave.name.CaseFold;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.room.Event;
import conclave.room.Event.ModesChanged;
import conclave.room.Mode;
import conclave.room.ModeChange;
import conclave.room.Modes;
import conclave.room.Role;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a user is in a room, and what that room is, as events tell of it. One loop. */
final class Standing {
  private RoomName room;
  private long log;
  private Nick nick;
  private Set<Role> roles = Set.of();
  private boolean isEphemeral;
  private boolean isAuditorium;
  private boolean isSeen;

  /** Of somebody who has no role, in a room that keeps what is said. */
  Standing(RoomName room, Nick nick) {
    this.room = room;
    this.nick = nick;
  }

  /** What the room is called. */
  RoomName room() {
    return room;
  }

  /** The log of the room; 0 while that is not known. */
  long log() {
    return log;
  }

  /** Has one of them the other's name, or its log? */
  boolean isSamePlace(Standing other) {
    return log == other.log || room.key().equals(other.room.key());
  }

  Nick nick() {
    return nick;
  }

  Optional<Role> rank() {
    return Role.highest(roles);
  }

  /** Can this be read in the room's log? Of another name of the room everybody is told at once. */
  boolean keeps(Event event) {
    return event.stamp().isKept()
        && event.isLogged(isEphemeral)
        && !(event instanceof Event.RoomRenamed);
  }

  boolean mayRead(Event.InRoom event) {
    return event.isFor(nick, rank());
  }

  /** The user is this in the room, whose log that is. */
  void is(Set<Role> known, long its) {
    roles = known;
    log = its;
  }

  /** The room has these modes. */
  void sees(Modes modes) {
    isEphemeral = modes.has(Mode.EPHEMERAL);
    isAuditorium = modes.has(Mode.AUDITORIUM);
    isSeen = true;
  }

  /** Is known what modes the room has? */
  boolean isSeen() {
    return isSeen;
  }

  /** Are there perhaps members of whom others may not know? */
  boolean mayHide() {
    return isAuditorium || !isSeen;
  }

  /** The user's roles may be others from now on, and the room's modes. */
  void follow(ModesChanged event) {
    for (ModeChange change : event.changes()) {
      isEphemeral = change.mode() == Mode.EPHEMERAL ? change.add() : isEphemeral;
      isAuditorium = change.mode() == Mode.AUDITORIUM ? change.add() : isAuditorium;
      boolean isOwn =
          change.mode().kind() == Mode.Kind.ROLE
              && change.argument().map(CaseFold::fold).equals(Optional.of(nick.key()));
      if (isOwn) {
        follow(change);
      }
    }
  }

  private void follow(ModeChange own) {
    EnumSet<Role> changed = EnumSet.noneOf(Role.class);
    changed.addAll(roles);
    boolean isOther =
        own.add() ? changed.add(own.mode().role()) : changed.remove(own.mode().role());
    roles = isOther ? Set.copyOf(changed) : roles;
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
}
