package conclave.gateway;

import conclave.command.Capability;
import conclave.command.User;
import conclave.command.UserEvent;
import conclave.name.RoomName;
import conclave.room.Event.Joined;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells a room's members who asked for it what a JOIN does not say of who came in: that one is away
 * (away-notify), what one says of oneself (metadata).
 */
final class NewsOnJoin {
  private final Node node;

  NewsOnJoin(Node node) {
    this.node = node;
  }

  /** Whose coming not everybody may see, of that nobody is told. */
  void joined(Joined event, List<Connection> viewers) {
    Optional<User> user = node.users().find(event.by().nick());
    if (user.isEmpty() || event.audience().isPresent()) {
      return;
    }
    if (user.get().away().isPresent()) {
      Set<RoomName> room = Set.of(event.room());
      UserEvent away =
          new UserEvent.AwayChanged(event.by(), room, user.get().away(), event.stamp().time());
      tell(away, viewers, event, viewer -> viewer.capabilities().has(Capability.AWAY_NOTIFY));
    }
    if (!user.get().metadata().isEmpty()) {
      describe(user.get(), event, viewers);
    }
  }

  private static void describe(User user, Joined event, List<Connection> viewers) {
    List<Connection> subscribed =
        viewers.stream().filter(one -> !one.registration().subscriptions().isEmpty()).toList();
    user.metadata()
        .forEach(
            (key, value) ->
                tell(
                    annotated(event, key, value),
                    subscribed,
                    event,
                    one -> one.registration().subscriptions().has(key)));
  }

  private static UserEvent annotated(Joined event, String key, String value) {
    return new UserEvent.Annotated(
        event.by(),
        event.by().nick().text(),
        Set.of(event.room()),
        key,
        Optional.of(value),
        "",
        event.stamp().time());
  }

  private static void tell(
      UserEvent news, List<Connection> viewers, Joined event, Predicate<Connection> wants) {
    EncodedUserEvent encoded = new EncodedUserEvent(news);
    viewers.stream()
        .filter(wants)
        .filter(viewer -> !viewer.source().nick().key().equals(event.by().nick().key()))
        .forEach(viewer -> viewer.output().show(encoded));
  }
}
