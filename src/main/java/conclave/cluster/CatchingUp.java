package conclave.cluster;

import conclave.bus.Addresses;
import conclave.bus.Inhabitants;
import conclave.bus.Interest;
import conclave.shard.Logs;
import io.vertx.core.eventbus.EventBus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the owners know what this node wants to hear, and the store tell what it did not. */
final class CatchingUp {
  private static final Logger LOG = LoggerFactory.getLogger(CatchingUp.class);

  private final EventBus bus;
  private final Logs logs;
  private final Feed feed;
  private final Inhabitants inhabitants;

  CatchingUp(EventBus bus, Logs logs, Feed feed, Inhabitants inhabitants) {
    this.bus = bus;
    this.logs = logs;
    this.feed = feed;
    this.inhabitants = inhabitants;
  }

  /** Each owner of a room that users of this node are in must know it; the store knows the rest. */
  void all(View view) {
    Map<String, List<String>> rooms = new HashMap<>();
    Set<String> here = inhabitants.roomsHere();
    for (String key : here) {
      view.owner(Addresses.shardOf(key))
          .filter(owner -> !owner.equals(view.self()))
          .ifPresent(owner -> rooms.computeIfAbsent(owner, o -> new ArrayList<>()).add(key));
    }
    rooms.forEach(
        (owner, keys) -> bus.send(Addresses.feed(owner), new Interest(view.self(), keys)));
    feed.forget(key -> !here.contains(key));
    of(key -> true);
  }

  /** What happened in those of the rooms that are followed. */
  void of(Predicate<String> which) {
    List<Long> places = feed.followed(which);
    if (!places.isEmpty()) {
      logs.heads(places).onComplete(feed::stored, away -> LOG.debug("heads can't be read", away));
    }
  }
}
