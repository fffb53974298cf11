package conclave.handler;

import conclave.command.Command.ListRooms;
import conclave.command.Reply;
import conclave.room.Mode;
import conclave.room.RoomFilter;
import conclave.room.RoomSummary;
import conclave.room.RoomView;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * LIST: the rooms that the caller may know of, or those of them that were asked for (005 ELIST).
 */
final class ListRoomsHandler implements CommandHandler<ListRooms> {
  private final Rooms rooms;

  ListRoomsHandler(Rooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Future<Void> handle(ListRooms list, Caller caller) {
    RoomFilter filter = RoomFilter.parse(list.rooms());
    long now = System.currentTimeMillis();
    Future<List<RoomSummary>> open = rooms.list();
    return open.compose(all -> secret(caller))
        .map(
            own ->
                Stream.concat(open.result().stream(), own.stream())
                    .filter(room -> filter.covers(room, now))
                    .toList())
        .compose(wanted -> caller.answer(new Reply.RoomList(wanted)));
  }

  /** The caller's own rooms that nobody else is told of. */
  private Future<List<RoomSummary>> secret(Caller caller) {
    List<Future<Optional<RoomView>>> looks = caller.rooms().stream().map(rooms::look).toList();
    return Future.join(looks)
        .map(
            all ->
                looks.stream()
                    .flatMap(look -> look.result().stream())
                    .filter(view -> view.modes().has(Mode.SECRET))
                    .map(RoomView::summary)
                    .toList());
  }
}
