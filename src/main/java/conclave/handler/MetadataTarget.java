package conclave.handler;

import conclave.command.User;
import conclave.command.UserEvent.Annotated;
import conclave.name.AccountName;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.RoomView;
import java.util.Optional;
import java.util.Set;

/**
 * Whom metadata is about, as one caller may know of it: a user who is here, or a room.
 *
 * @param shown its nick or name
 * @param user nothing for a room
 * @param room nothing for a user
 */
record MetadataTarget(String shown, Optional<User> user, Optional<RoomView> room) {
  static MetadataTarget of(User user) {
    return new MetadataTarget(user.source().nick().text(), Optional.of(user), Optional.empty());
  }

  static MetadataTarget of(RoomView room) {
    return new MetadataTarget(room.name().text(), Optional.empty(), Optional.of(room));
  }

  /** Under which key it is stored; nothing for a guest. */
  Optional<String> key() {
    return room.map(view -> view.name().key())
        .or(() -> user.flatMap(one -> one.source().account()).map(AccountName::key));
  }

  /**
   * What is told of a change to those in these rooms.
   *
   * @param told the connection that knows of it
   */
  Annotated changed(
      Source by, String told, Set<RoomName> rooms, String key, Optional<String> value) {
    return new Annotated(by, shown, rooms, key, value, told, System.currentTimeMillis());
  }
}
