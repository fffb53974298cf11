package conclave.room;

import conclave.name.Nick;
import conclave.name.RoomName;
import java.util.List;
import java.util.Optional;

/** A room at one moment, for questions: NAMES, WHO, LIST, MODE, TOPIC. Immutable. */
public record RoomView(
    RoomName name,
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

  /** May this user know that the room exists? */
  public boolean isVisibleTo(Nick viewer) {
    return !modes.has(Mode.SECRET) || member(viewer).isPresent();
  }
}
