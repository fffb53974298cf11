package conclave.handler;

import conclave.config.Config;
import conclave.config.RoomsConfig.Create;
import conclave.name.CaseFold;
import conclave.name.Objection;
import conclave.name.RoomName;
import conclave.name.Utf8;
import conclave.room.Reason;
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

  /** Why no room may be made with that name; those of the configuration are there already. */
  Optional<Reason> objection(RoomName room) {
    boolean isDefault =
        config.rooms().defaults().stream().map(CaseFold::fold).anyMatch(room.key()::equals);
    return isDefault
        ? Optional.empty()
        : config.server().casemapping().objection(room.text()).map(NewRooms::reason);
  }

  private static Reason reason(Objection objection) {
    return switch (objection) {
      case NOT_ASCII -> Reason.ROOM_NOT_ASCII;
      case MIXED_SCRIPTS -> Reason.ROOM_MIXES_SCRIPTS;
      case NOT_SEEN -> Reason.BAD_ROOM_NAME;
    };
  }

  boolean mayFound(Registration said) {
    Create create = config.rooms().create();
    return create == Create.ANYONE
        || said.isServerOperator()
        || (create == Create.ACCOUNTS && said.account().isPresent());
  }
}
