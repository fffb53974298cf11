package conclave.cluster;

import conclave.bus.Addresses;
import conclave.bus.Heads;
import conclave.bus.Inhabitants;
import conclave.bus.Interest;
import conclave.shard.Logs;
import io.vertx.core.eventbus.EventBus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the owners know what this node wants to hear, and the store tell what it did not. */
final class CatchingUp {
  private static final Logger LOG = LoggerFactory.getLogger(CatchingUp.class);

  /** So often the store is asked for conversations while somebody is silent. */
  private static final int LOOKS = 10;

  /** Clocks may be minutes apart. */
  private static final long CLOCKS_MILLIS = TimeUnit.MINUTES.toMillis(10);

  /** With clocks, less than what somebody who comes in is known to have been shown elsewhere. */
  private static final long LONGEST_MILLIS = TimeUnit.MINUTES.toMillis(30);

  private final EventBus bus;
  private final Logs logs;
  private final Feed feed;
  private final Inhabitants inhabitants;
  private final Supplier<Long> grace;
  private final LongSupplier clock;
  private long looked;
  private long looks;
  private boolean isInDoubt;

  /**
   * Of one node. One loop.
   *
   * @param grace for how long a node that is cut off keeps its connections, milliseconds
   * @param clock in nanoseconds
   */
  CatchingUp(
      EventBus bus,
      Logs logs,
      Feed feed,
      Inhabitants inhabitants,
      Supplier<Long> grace,
      LongSupplier clock) {
    this.bus = bus;
    this.logs = logs;
    this.feed = feed;
    this.inhabitants = inhabitants;
    this.grace = grace;
    this.clock = clock;
    this.looked = clock.getAsLong();
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

  /**
   * Called every second. While a node is silent, and while this one itself stands still, a message
   * may be the first here in its conversation, and be told nowhere any more when that is over.
   */
  void look(boolean isSilent) {
    long now = clock.getAsLong();
    boolean stoodStill = now - looked > Hearing.SILENCE_NANOS;
    looked = now;
    isInDoubt |= isSilent || stoodStill;
    if (isInDoubt && (!isSilent || ++looks % LOOKS == 0)) {
      talks();
    }
  }

  /** What was said lately in conversations of those who are here, followed yet or not. */
  void talks() {
    isInDoubt = false;
    Set<String> accounts = inhabitants.accountsHere();
    if (accounts.isEmpty()) {
      return;
    }
    long back = Math.min(grace.get(), LONGEST_MILLIS) + CLOCKS_MILLIS;
    logs.talks(accounts, System.currentTimeMillis() - back)
        .onComplete(
            talks -> feed.heard(new Heads("", 0, heads(talks), false)),
            away -> {
              isInDoubt = true;
              LOG.debug("conversations can't be read", away);
            });
  }

  private static List<Heads.Head> heads(List<Logs.Talk> talks) {
    return talks.stream()
        .map(talk -> new Heads.Head(talk.place(), "", talk.from(), talk.head()))
        .toList();
  }
}
