package conclave.gateway;

import conclave.name.CaseFold;
import conclave.name.Nick;
import conclave.room.Event;
import conclave.room.Event.ModesChanged;
import conclave.room.Mode;
import conclave.room.ModeChange;
import conclave.room.Modes;
import conclave.room.Role;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a user is in a room, and what that room keeps, as events tell of it. One loop. */
final class Standing {
  private Nick nick;
  private Set<Role> roles = Set.of();
  private boolean isEphemeral;

  /** Of somebody who has no role. */
  Standing(Nick nick) {
    this.nick = nick;
  }

  Nick nick() {
    return nick;
  }

  Optional<Role> rank() {
    return Role.highest(roles);
  }

  /** Does the room keep nothing? */
  boolean isEphemeral() {
    return isEphemeral;
  }

  boolean mayRead(Event.InRoom event) {
    return event.isFor(nick, rank());
  }

  void is(Set<Role> known) {
    roles = known;
  }

  void sees(Modes modes) {
    isEphemeral = modes.has(Mode.EPHEMERAL);
  }

  void follow(ModesChanged event) {
    for (ModeChange change : event.changes()) {
      isEphemeral = change.mode() == Mode.EPHEMERAL ? change.add() : isEphemeral;
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

  void follow(Nick from, Nick to) {
    if (from.key().equals(nick.key())) {
      nick = to;
    }
  }
}
