package conclave.handler;

import conclave.command.Command.ListRooms;
import conclave.command.Reply;
import conclave.name.CaseFold;
import conclave.name.Mask;
import conclave.room.RoomSummary;
import io.vertx.core.Future;
import java.util.List;

/**
 * LIST: the rooms that anybody may know of, or those of them that were named, by mask as well (005
 * ELIST M).
 */
final class ListRoomsHandler implements CommandHandler<ListRooms> {
  private final Rooms rooms;

  ListRoomsHandler(Rooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Future<Void> handle(ListRooms list, Caller caller) {
    return rooms
        .list()
        .map(all -> all.stream().filter(room -> isWanted(room, list.rooms())).toList())
        .compose(wanted -> caller.answer(new Reply.RoomList(wanted)));
  }

  private static boolean isWanted(RoomSummary room, List<String> masks) {
    return masks.isEmpty()
        || masks.stream().anyMatch(mask -> Mask.matches(CaseFold.fold(mask), room.name().key()));
  }
}
