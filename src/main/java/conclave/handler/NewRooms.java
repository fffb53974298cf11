package conclave.handler;

import conclave.config.Config;
import conclave.config.RoomsConfig.Create;
import conclave.name.RoomName;
import conclave.name.Utf8;
import java.util.Optional;

/** How a room may be called, and who may make one. */
final class NewRooms {
  private final Config config;

  NewRooms(Config config) {
    this.config = config;
  }

  /** The name, where a room may have it. */
  Optional<RoomName> named(String text) {
    return RoomName.parse(text)
        .filter(name -> Utf8.length(name.text()) <= config.limits().roomLength());
  }

  boolean mayFound(Registration said) {
    Create create = config.rooms().create();
    return create == Create.ANYONE
        || said.isAdmin()
        || (create == Create.ACCOUNTS && said.account().isPresent());
  }
}
