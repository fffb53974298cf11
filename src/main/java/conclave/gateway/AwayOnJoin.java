package conclave.gateway;

import conclave.command.Capability;
import conclave.command.User;
import conclave.command.UserEvent;
import conclave.room.Event.Joined;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells a room's members who asked for it that somebody who came in is away (away-notify). */
final class AwayOnJoin {
  private final Node node;

  AwayOnJoin(Node node) {
    this.node = node;
  }

  /** Whose coming not everybody may see, of that nobody is told. */
  void joined(Joined event, List<Connection> viewers) {
    Optional<User> away =
        node.users().find(event.by().nick()).filter(user -> user.away().isPresent());
    if (away.isEmpty() || event.audience().isPresent()) {
      return;
    }
    EncodedUserEvent encoded =
        new EncodedUserEvent(
            new UserEvent.AwayChanged(
                event.by(), Set.of(event.room()), away.get().away(), event.stamp().time()));
    viewers.stream()
        .filter(viewer -> viewer.capabilities().has(Capability.AWAY_NOTIFY))
        .filter(viewer -> !viewer.source().nick().key().equals(event.by().nick().key()))
        .forEach(viewer -> viewer.show(encoded));
  }
}
