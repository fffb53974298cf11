package conclave.handler;

import conclave.command.Command.PartAll;
import conclave.room.RoomCommand.Leave;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** JOIN 0: leaves every room (Modern IRC §JOIN). */
final class PartAllHandler implements CommandHandler<PartAll> {
  private final Rooms rooms;

  PartAllHandler(Rooms rooms) {
    this.rooms = rooms;
  }

  @Override
  public Future<Void> handle(PartAll command, Caller caller) {
    return Future.join(
            List.copyOf(caller.rooms()).stream()
                .map(
                    room ->
                        rooms.submit(
                            room.key(),
                            new Leave(caller.source(), Optional.empty()),
                            caller.origin()))
                .toList())
        .mapEmpty();
  }
}
