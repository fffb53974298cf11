package conclave.gateway;

import conclave.room.Event.Told;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Shows a direct message to the devices of both. Of one listener, on its loop. */
final class Telling {
  private final Roster users;

  Telling(Roster users) {
    this.users = users;
  }

  /**
   * Shows a message.
   *
   * @param sender the connection that it came from, where that is one of this listener's
   * @return to how many
   */
  int show(Told event, EncodedEvent now, Optional<Connection> sender) {
    Set<Connection> viewers = new LinkedHashSet<>(users.of(event.by().nick()));
    Optional<Connection> mute = sender.filter(s -> !s.output().wantsEcho());
    mute.ifPresent(viewers::remove);
    mute.filter(one -> !misses(one, event)).ifPresent(one -> one.past().talks().pass(now));
    viewers.addAll(users.of(event.to()));
    boolean isToSelf = event.by().nick().key().equals(event.to().key());
    for (Connection viewer : viewers) {
      boolean isOld = Talks.wasBefore(viewer, event);
      if (isOld || viewer.past().talks().holds(now) || misses(viewer, event)) {
        continue;
      }
      viewer.past().talks().pass(now);
      if (isToSelf && sender.filter(viewer::equals).isPresent()) {
        showToSelf(viewer.output(), event, now);
      } else {
        viewer.output().show(now);
      }
    }
    return viewers.size();
  }

  private boolean misses(Connection viewer, Told event) {
    return viewer.output().catchUp().misses(event);
  }

  /** A label stands on the echo alone (IRCv3 labeled-response), so that both are shown then. */
  private static void showToSelf(Output sender, Told event, EncodedEvent now) {
    if (sender.wantsEcho() && sender.labels().causeOf(event.stamp().origin()).isPresent()) {
      sender.show(now);
    }
    sender.deliver(now);
  }
}
