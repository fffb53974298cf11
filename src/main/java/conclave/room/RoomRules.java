package conclave.room;

import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.room.Event.Departed;
import conclave.room.Event.Described;
import conclave.room.Event.Identified;
import conclave.room.Event.Invited;
import conclave.room.Event.Kicked;
import conclave.room.Event.Parted;
import conclave.room.Event.Renamed;
import conclave.room.Event.RoomRenamed;
import conclave.room.Event.TakenBack;
import conclave.room.Event.TopicChanged;
import conclave.room.RoomCommand.ChangeModes;
import conclave.room.RoomCommand.Depart;
import conclave.room.RoomCommand.Describe;
import conclave.room.RoomCommand.Enter;
import conclave.room.RoomCommand.Identify;
import conclave.room.RoomCommand.Invite;
import conclave.room.RoomCommand.Kick;
import conclave.room.RoomCommand.Leave;
import conclave.room.RoomCommand.Rename;
import conclave.room.RoomCommand.RenameRoom;
import conclave.room.RoomCommand.Resume;
import conclave.room.RoomCommand.Say;
import conclave.room.RoomCommand.SetTopic;
import conclave.room.RoomCommand.TakeBack;
import conclave.room.RoomCommand.Tell;
import java.util.Optional;
import java.util.Set;

/** Who may do what in a room. One object decides one command. */
final class RoomRules implements RoomCommand.Visitor<Decision> {
  private final Room room;
  private final Stamp stamp;

  RoomRules(Room room, Stamp stamp) {
    this.room = room;
    this.stamp = stamp;
  }

  @Override
  public Decision enter(Enter enter) {
    return new EntryRules(room, stamp).enter(enter);
  }

  @Override
  public Decision resume(Resume resume) {
    return new EntryRules(room, stamp).resume(resume);
  }

  @Override
  public Decision leave(Leave leave) {
    Optional<Member> member = room.member(leave.by().nick());
    if (member.isEmpty()) {
      return refused(room.reasonOutside());
    }
    return Decision.happened(
        new Parted(stamp, name(), leave.by(), leave.reason(), audience(member.get())));
  }

  @Override
  public Decision depart(Depart depart) {
    return room.member(depart.by().nick())
        .map(
            member ->
                Decision.happened(
                    new Departed(stamp, name(), depart.by(), depart.reason(), audience(member))))
        .orElse(Decision.NOTHING);
  }

  private Optional<Role> audience(Member member) {
    return room.audienceOf(member.roles());
  }

  private Optional<Role> audience(Nick nick) {
    return room.member(nick).flatMap(this::audience);
  }

  @Override
  public Decision say(Say say) {
    return new SpeechRules(room, say).decide(stamp);
  }

  @Override
  public Decision setTopic(SetTopic set) {
    Optional<Member> member = room.member(set.by().nick());
    if (room.isNew() || (member.isEmpty() && !set.isServerOperator())) {
      return refused(room.reasonOutside());
    }
    boolean isLocked = room.kept().modes().has(Mode.TOPIC_LOCKED);
    if (isLocked
        && !set.isServerOperator()
        && member.filter(m -> m.isAtLeast(Role.HALFOP)).isEmpty()) {
      return refused(Reason.NEEDS_OPERATOR);
    }
    String before = room.kept().topic().map(Topic::text).orElse("");
    return before.equals(set.text())
        ? Decision.NOTHING
        : Decision.happened(new TopicChanged(stamp, name(), set.by(), set.text()));
  }

  @Override
  public Decision changeModes(ChangeModes change) {
    return new ModeRules(room, stamp, change).decide();
  }

  @Override
  public Decision kick(Kick kick) {
    Optional<Member> kicker = room.member(kick.by().nick());
    if (room.isNew() || (kicker.isEmpty() && !kick.isServerOperator())) {
      return refused(room.reasonOutside());
    }
    if (!kick.isServerOperator() && kicker.filter(m -> m.isAtLeast(Role.HALFOP)).isEmpty()) {
      return refused(Reason.NEEDS_OPERATOR);
    }
    Optional<Member> target = room.member(kick.target());
    if (target.isEmpty()) {
      return Decision.refused(Reason.TARGET_NOT_IN_ROOM, kick.target().text(), name().text());
    }
    Optional<Role> rank = target.get().highest();
    if (!kick.isServerOperator()
        && rank.isPresent()
        && !kicker.orElseThrow().isAtLeast(rank.get())) {
      return refused(Reason.NEEDS_OPERATOR);
    }
    Nick nick = target.get().source().nick();
    return Decision.happened(
        new Kicked(stamp, name(), kick.by(), nick, kick.reason(), audience(target.get())));
  }

  @Override
  public Decision invite(Invite invite) {
    Optional<Member> host = room.member(invite.by().nick());
    if (room.isNew() || (host.isEmpty() && !invite.isServerOperator())) {
      return refused(room.reasonOutside());
    }
    Modes modes = room.kept().modes();
    // In an auditorium the answer would tell who is in already.
    boolean isClosed = modes.has(Mode.INVITE_ONLY) || modes.has(Mode.AUDITORIUM);
    if (isClosed
        && !invite.isServerOperator()
        && host.filter(m -> m.isAtLeast(Role.HALFOP)).isEmpty()) {
      return refused(Reason.NEEDS_OPERATOR);
    }
    if (room.member(invite.target()).isPresent()) {
      return Decision.refused(Reason.TARGET_ALREADY_IN_ROOM, invite.target().text(), name().text());
    }
    return Decision.happened(
        new Invited(stamp, name(), invite.by(), invite.target(), room.audienceOf(Set.of())));
  }

  @Override
  public Decision rename(Rename rename) {
    Nick nick = rename.by().nick();
    return withNick(
        nick, rename.to(), new Renamed(stamp, name(), rename.by(), rename.to(), audience(nick)));
  }

  @Override
  public Decision takeBack(TakeBack back) {
    Optional<Member> member = room.member(back.by().nick());
    if (member.isEmpty() && !back.isServerOperator()) {
      return refused(room.reasonOutside());
    }
    if (!back.isOwn()
        && !back.isServerOperator()
        && !member.orElseThrow().isAtLeast(Role.OPERATOR)) {
      return refused(Reason.CANNOT_TAKE_BACK);
    }
    return Decision.happened(
        new TakenBack(stamp, name(), back.by(), back.seq(), back.reason(), back.audience()));
  }

  @Override
  public Decision describe(Describe describe) {
    Nick nick = describe.by().nick();
    return room.member(nick).isEmpty()
        ? Decision.NOTHING
        : Decision.happened(
            new Described(stamp, name(), describe.by(), describe.realname(), audience(nick)));
  }

  @Override
  public Decision identify(Identify identify) {
    Nick nick = identify.by().nick();
    return withNick(
        nick,
        identify.to().nick(),
        new Identified(stamp, name(), identify.by(), identify.to(), audience(nick)));
  }

  /** What gives a member that nick, unless another member bears it. */
  private Decision withNick(Nick from, Nick to, Event event) {
    if (room.member(from).isEmpty()) {
      return Decision.NOTHING;
    }
    if (!from.key().equals(to.key()) && room.member(to).isPresent()) {
      return Decision.refused(Reason.NICK_IN_USE, to.text());
    }
    return Decision.happened(event);
  }

  @Override
  public Decision renameRoom(RenameRoom rename) {
    Optional<Member> member = room.member(rename.by().nick());
    if (room.members().isEmpty()) {
      return refused(Reason.NO_SUCH_ROOM);
    }
    boolean isOperator = member.filter(m -> m.isAtLeast(Role.OPERATOR)).isPresent();
    if (!isOperator && !rename.isServerOperator()) {
      return refused(member.isPresent() ? Reason.NEEDS_OPERATOR : room.reasonOutside());
    }
    if (rename.to().equals(name())) {
      return Decision.NOTHING;
    }
    RoomRenamed renamed = new RoomRenamed(stamp, name(), rename.by(), rename.to(), rename.reason());
    return room.isDefault() && !renamed.isSameKey()
        ? Decision.refused(Reason.CANNOT_RENAME_ROOM, name().text(), rename.to().text())
        : Decision.happened(renamed);
  }

  @Override
  public Decision tell(Tell tell) {
    throw new IllegalArgumentException("not for a room");
  }

  private RoomName name() {
    return room.kept().name();
  }

  private Decision refused(Reason reason) {
    return Decision.refused(reason, name().text());
  }
}
