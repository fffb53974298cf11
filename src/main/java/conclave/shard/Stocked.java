package conclave.shard;

import conclave.name.CaseFold;
import conclave.name.RoomName;
import conclave.room.Conversation;
import conclave.room.Modes;
import conclave.room.Place;
import conclave.room.Room;
import conclave.room.RoomState;
import conclave.room.WholeRoom;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Places as the store has them, and those that it doesn't know yet. */
final class Stocked {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Stocked() {}

  /**
   * The place of that name.
   *
   * @param found nothing where it is new
   * @param last where it has come to
   */
  static Place place(
      String name, Optional<RoomLog.Stored> found, RoomLog.Last last, Shard.Setting setting) {
    long id = found.map(RoomLog.Stored::id).orElseGet(() -> RANDOM.nextLong(1, Long.MAX_VALUE));
    long seq = found.map(RoomLog.Stored::seq).orElse(0L);
    if (!name.startsWith("#")) {
      return new Conversation(name, id, seq, last.time());
    }
    String key = CaseFold.fold(name);
    BooleanSupplier isDefault = () -> setting.defaults().test(key);
    RoomState state =
        found
            .flatMap(RoomLog.Stored::state)
            .orElseGet(() -> fresh(new RoomName(name), isDefault.getAsBoolean(), setting));
    WholeRoom whole = new WholeRoom(id, state, seq, last.time(), last.members(), List.of());
    return new Room(whole, isDefault, setting.limits());
  }

  private static RoomState fresh(RoomName name, boolean isDefault, Shard.Setting setting) {
    long now = setting.clock().getAsLong();
    Modes modes = setting.modes().get();
    return isDefault ? RoomState.open(name, now, modes) : RoomState.fresh(name, now, modes);
  }
}
