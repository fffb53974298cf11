package conclave.room;

import java.util.List;

/**
 * All that a room is at one moment, with what the store doesn't keep: so it is handed from one
 * owner to another. Immutable.
 *
 * @param id of its log
 * @param seq of the last event
 * @param time of the last event, milliseconds since 1970, UTC
 * @param members in the order in which they came
 * @param asked the keys of the nicks that were asked in
 */
public record WholeRoom(
    long id, RoomState state, long seq, long time, List<Member> members, List<String> asked) {
  public WholeRoom {
    members = List.copyOf(members);
    asked = List.copyOf(asked);
  }
}
