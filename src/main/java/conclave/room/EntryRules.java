package conclave.room;

import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.Event.Joined;
import conclave.room.RoomCommand.Enter;
import conclave.room.RoomCommand.Resume;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may come into a room, and as what. One object decides one command. */
final class EntryRules {
  private final Room room;
  private final Stamp stamp;

  EntryRules(Room room, Stamp stamp) {
    this.room = room;
    this.stamp = stamp;
  }

  /** Lets somebody in, or says why not. */
  Decision enter(Enter enter) {
    if (room.member(enter.by().nick()).isPresent()) {
      return Decision.refused(
          Reason.TARGET_ALREADY_IN_ROOM, enter.by().nick().text(), name().text());
    }
    if (room.isNew() && !enter.mayFound()) {
      return Decision.refused(Reason.MAY_NOT_FOUND, name().text());
    }
    if (room.members().size() >= room.limits().maxMembers()) {
      return turnedAway(Reason.ROOM_IS_FULL);
    }
    Set<Role> roles = rolesOf(enter);
    boolean isTrusted =
        enter.isServerOperator() || roles.stream().anyMatch(role -> role.isAtLeast(Role.OPERATOR));
    Optional<Reason> obstacle = isTrusted ? Optional.empty() : obstacle(enter);
    if (obstacle.isPresent()) {
      return turnedAway(obstacle.get());
    }
    return Decision.happened(
        new Joined(stamp, name(), enter.by(), enter.realname(), roles, room.audienceOf(roles)));
  }

  /** Where the room has a forward, it comes before the reason. */
  private Decision turnedAway(Reason reason) {
    Refusal refusal = Refusal.of(reason, name().text());
    List<Refusal> refusals =
        room.kept()
            .modes()
            .forward()
            .map(to -> List.of(Refusal.of(Reason.FORWARDED, name().text(), to.text()), refusal))
            .orElse(List.of(refusal));
    return new Decision(List.of(), refusals);
  }

  private Set<Role> rolesOf(Enter enter) {
    Set<Role> granted = grantsOf(enter.by());
    if (!granted.isEmpty() || room.isDefault()) {
      return granted;
    }
    if (room.isNew() && enter.by().account().isPresent()) {
      return Set.of(Role.FOUNDER);
    }
    // Nobody else could: a room without a founder is led by whoever finds it empty and open.
    boolean isLeaderless =
        room.members().isEmpty() && !room.kept().hasFounder() && obstacle(enter).isEmpty();
    return isLeaderless ? Set.of(Role.OPERATOR) : Set.of();
  }

  /** What an account has been given for good. */
  private Set<Role> grantsOf(Source who) {
    return who.account()
        .map(account -> room.kept().grants().getOrDefault(account.key(), Set.of()))
        .orElse(Set.of());
  }

  private Optional<Reason> obstacle(Enter enter) {
    Modes modes = room.kept().modes();
    if (modes.key().isPresent() && !modes.key().equals(enter.key())) {
      return Optional.of(Reason.WRONG_KEY);
    }
    if (modes.has(Mode.ACCOUNTS_JOIN) && enter.by().account().isEmpty()) {
      return Optional.of(Reason.ACCOUNTS_ONLY);
    }
    if (room.isInvited(enter.by())) {
      return Optional.empty();
    }
    if (room.kept().isBanned(enter.by())) {
      return Optional.of(Reason.BANNED);
    }
    if (modes.has(Mode.INVITE_ONLY)) {
      return Optional.of(Reason.INVITE_ONLY);
    }
    if (modes.limit() > 0 && room.members().size() >= modes.limit()) {
      return Optional.of(Reason.ROOM_IS_FULL);
    }
    return Optional.empty();
  }

  /**
   * Who was in when the server ended is in again. It has not come in for that, so that no log has
   * it; and it need not be let in, as nobody has put it out.
   */
  Decision resume(Resume resume) {
    if (room.isNew() || room.member(resume.by().nick()).isPresent()) {
      return Decision.NOTHING;
    }
    Set<Role> roles = grantsOf(resume.by());
    return Decision.happened(
        new Joined(
            stamp.unkept(), name(), resume.by(), resume.realname(), roles, room.audienceOf(roles)));
  }

  private RoomName name() {
    return room.kept().name();
  }
}
