package conclave.handler;

import conclave.command.Command.Topic;
import conclave.command.Reply;
import conclave.config.Config;
import conclave.name.RoomName;
import conclave.room.Reason;
import conclave.room.RoomCommand.SetTopic;
import io.vertx.core.Future;
import java.util.Optional;

/** TOPIC: asks for a room's topic, or sets it. */
final class TopicHandler implements CommandHandler<Topic> {
  private final Config config;
  private final Rooms rooms;

  TopicHandler(Config config, Rooms rooms) {
    this.config = config;
    this.rooms = rooms;
  }

  @Override
  public Future<Void> handle(Topic topic, Caller caller) {
    Optional<RoomName> room =
        topic.room().isPresent() ? topic.room().flatMap(RoomName::parse) : caller.currentRoom();
    if (room.isEmpty()) {
      return topic.room().isPresent()
          ? caller.refuse(Reason.NO_SUCH_ROOM, topic.room().get())
          : caller.refuse(Reason.NO_CURRENT_ROOM);
    }
    return topic.text().isPresent()
        ? set(room.get(), topic.text().get(), caller)
        : show(room.get(), caller);
  }

  private Future<Void> set(RoomName room, String text, Caller caller) {
    String kept = Texts.cut(text, config.limits().topicLength());
    SetTopic set = new SetTopic(caller.source(), kept, caller.registration().isServerOperator());
    return rooms.submit(room.key(), set, caller.origin()).compose(caller::settle);
  }

  private Future<Void> show(RoomName room, Caller caller) {
    return rooms
        .look(room)
        .map(view -> view.filter(v -> v.isVisibleTo(caller.source().nick())))
        .compose(
            view ->
                view.isPresent()
                    ? caller.answer(new Reply.TopicIs(view.get()))
                    : caller.refuse(Reason.NO_SUCH_ROOM, room.text()));
  }
}
