package conclave.handler;

import conclave.command.Command.ReadHistory;
import conclave.command.Reply;
import conclave.config.Config;
import conclave.name.RoomName;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.Optional;

/** Shows what was said in a room that the caller is in. */
final class ReadHistoryHandler implements CommandHandler<ReadHistory> {
  private static final int USUAL = 20;

  private final Config config;
  private final Rooms rooms;
  private final History history;

  ReadHistoryHandler(Config config, Rooms rooms, History history) {
    this.config = config;
    this.rooms = rooms;
    this.history = history;
  }

  @Override
  public Future<Void> handle(ReadHistory read, Caller caller) {
    Optional<RoomName> room =
        read.room().isPresent() ? read.room().flatMap(RoomName::parse) : caller.currentRoom();
    if (room.isEmpty()) {
      return caller.refuse(Reason.NO_CURRENT_ROOM);
    }
    if (caller.rooms().stream().noneMatch(in -> in.key().equals(room.get().key()))) {
      return caller.refuse(Reason.NOT_IN_ROOM, room.get().text());
    }
    int count = Math.min(read.count().orElse(USUAL), config.history().pageSize());
    return rooms
        .look(room.get())
        .map(view -> view.flatMap(v -> v.rank(caller.source().nick())))
        .compose(rank -> history.messages(room.get().key(), Long.MAX_VALUE, count, rank))
        .compose(events -> caller.answer(new Reply.Replay(room.get().text(), events, true)));
  }
}
