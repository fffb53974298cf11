package conclave.room;

import conclave.name.Nick;
import conclave.name.RoomName;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A room at one moment, for questions: NAMES, WHO, LIST, MODE, TOPIC. Immutable.
 *
 * @param log its log, as in {@link Stamp#place()}
 * @param seq of the last event in it
 */
public record RoomView(
    RoomName name,
    long log,
    long seq,
    long created,
    Optional<Topic> topic,
    Modes modes,
    List<ListEntry> lists,
    List<Member> members) {
  public RoomView {
    lists = List.copyOf(lists);
    members = List.copyOf(members);
  }

  /** The member with this nick. */
  public Optional<Member> member(Nick nick) {
    return members.stream().filter(m -> m.source().nick().key().equals(nick.key())).findFirst();
  }

  /** The highest role of the member with this nick; nothing where that is no member as well. */
  public Optional<Role> rank(Nick nick) {
    return member(nick).flatMap(Member::highest);
  }

  /** May this user know that the room exists? */
  public boolean isVisibleTo(Nick viewer) {
    return !modes.has(Mode.SECRET) || member(viewer).isPresent();
  }

  /** May this user know of everybody who is in? */
  public boolean isOpenTo(Nick viewer) {
    return !modes.has(Mode.AUDITORIUM)
        || rank(viewer).filter(role -> role.isAtLeast(Room.SEES_ALL)).isPresent();
  }

  /** The room with those members alone whom this user may know of. */
  public RoomView seenBy(Nick viewer) {
    if (isOpenTo(viewer)) {
      return this;
    }
    return with(m -> !m.roles().isEmpty() || m.source().nick().key().equals(viewer.key()));
  }

  /** The room with those members alone. */
  public RoomView with(Predicate<Member> which) {
    List<Member> seen = members.stream().filter(which).toList();
    return new RoomView(name, log, seq, created, topic, modes, lists, seen);
  }

  /** The room as a line of LIST. */
  public RoomSummary summary() {
    return new RoomSummary(
        name,
        members.size(),
        topic.map(Topic::text).orElse(""),
        created,
        topic.map(Topic::time).orElse(0L));
  }
}
