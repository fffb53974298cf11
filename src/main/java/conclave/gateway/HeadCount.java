package conclave.gateway;

import conclave.command.Counts;
import conclave.command.User;
import conclave.command.UserMode;
import conclave.name.RoomName;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** How many of the users are what; kept, since it is asked at every welcome. Any thread. */
final class HeadCount {
  /** How many of the users are in each room that any of them is in. */
  private final ConcurrentHashMap<String, Integer> occupied = new ConcurrentHashMap<>();

  private final AtomicInteger admins = new AtomicInteger();
  private final AtomicInteger invisible = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger mostHere = new AtomicInteger();
  private volatile IntSupplier nodes = () -> 1;

  void came(User user) {
    admins.addAndGet(admin(user));
    invisible.addAndGet(invisible(user));
    moved(Set.of(), user.rooms());
  }

  void went(User user) {
    admins.addAndGet(-admin(user));
    invisible.addAndGet(-invisible(user));
    user.rooms().forEach(this::vacated);
  }

  /** A user is another now. */
  void changed(User before, User after) {
    admins.addAndGet(admin(after) - admin(before));
    invisible.addAndGet(invisible(after) - invisible(before));
    moved(before.rooms(), after.rooms());
  }

  private void moved(Set<RoomName> before, Set<RoomName> after) {
    if (before != after) {
      after.stream()
          .filter(room -> !before.contains(room))
          .forEach(room -> occupied.merge(room.key(), 1, Integer::sum));
      before.stream().filter(room -> !after.contains(room)).forEach(this::vacated);
    }
  }

  private void vacated(RoomName room) {
    occupied.computeIfPresent(room.key(), (key, users) -> users > 1 ? users - 1 : null);
  }

  /** So many there are now, and so many of them on this node. */
  void now(int users, int here) {
    most.accumulateAndGet(users, Math::max);
    mostHere.accumulateAndGet(here, Math::max);
  }

  private static int admin(User user) {
    return user.isServerOperator() ? 1 : 0;
  }

  private static int invisible(User user) {
    return user.has(UserMode.INVISIBLE) ? 1 : 0;
  }

  /** From now on there are so many nodes. */
  void nodes(IntSupplier known) {
    nodes = known;
  }

  /** With so many users, so many of them on this node, and the connections that there are. */
  Counts counts(int users, int here, GatewayFigures figures) {
    return new Counts(
        users,
        invisible.get(),
        admins.get(),
        (int) figures.strangers.sum(),
        occupied.size(),
        most.get(),
        here,
        mostHere.get(),
        nodes.getAsInt(),
        (int) figures.connections());
  }
}
