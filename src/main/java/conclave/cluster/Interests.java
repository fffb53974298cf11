package conclave.cluster;

import conclave.bus.Delivery;
import conclave.bus.Heads;
import conclave.bus.Interest;
import conclave.name.Nick;
import conclave.room.Event;
import conclave.room.Event.InRoom;
import conclave.room.Event.Invited;
import conclave.room.Event.Joined;
import conclave.room.Event.Told;
import conclave.room.RoomView;
import conclave.shard.Outlet;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * Which nodes want to hear of which rooms that are owned here, and how they do. That grows with
 * nodes, never with members. Any thread; of one place, one loop at a time.
 */
final class Interests implements Outlet {
  private static final long LATELY_NANOS = TimeUnit.SECONDS.toNanos(10);

  /**
   * Who wants a room says so again much sooner, and who does so no longer, says nothing: it would
   * have to know of all who are about to come in.
   */
  private static final long WANTED_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** A place in which something happened lately. */
  private record Active(String key, Map<String, Long> from, long head, long time) {
    boolean isOver(long now) {
      return now - time > LATELY_NANOS;
    }

    /** Each node is told from where it was first told something: it may have been born since. */
    Active then(Active next) {
      Map<String, Long> all = new HashMap<>(next.from);
      if (!isOver(next.time)) {
        all.replaceAll((node, seq) -> from.getOrDefault(node, seq));
      }
      return new Active(key, all, next.head, next.time);
    }
  }

  private final Vertx vertx;
  private final Views views;
  private final Feed feed;
  private final Function<Nick, Set<String>> bearers;
  private final Predicate<String> isHeard;
  private final LongSupplier clock;

  /** By room and node: when it was wanted last. */
  private final Map<String, Map<String, Long>> rooms = new ConcurrentHashMap<>();

  private final Map<Long, Active> active = new ConcurrentHashMap<>();
  private final Map<String, Outbound> others = new ConcurrentHashMap<>();

  /**
   * Nobody's interest yet.
   *
   * @param feed what this node itself hears
   * @param bearers the nodes on which a user is
   * @param isHeard does anything come through from that node? One from which nothing does is sent
   *     nothing: it would pile up, and is read from the store there
   * @param clock in nanoseconds
   */
  Interests(
      Vertx vertx,
      Views views,
      Feed feed,
      Function<Nick, Set<String>> bearers,
      Predicate<String> isHeard,
      LongSupplier clock) {
    this.isHeard = isHeard;
    this.clock = clock;
    this.vertx = vertx;
    this.views = views;
    this.feed = feed;
    this.bearers = bearers;
    views.listen((before, now) -> changed(now));
  }

  @Override
  public void show(List<Event> events) {
    View view = views.current();
    feed.here(events);
    Set<String> nodes = new HashSet<>();
    events.forEach(event -> addNodes(event, nodes));
    nodes.remove(view.self());
    Delivery delivery = new Delivery(events);
    nodes.stream()
        .filter(node -> view.has(node) && isHeard.test(node))
        .forEach(node -> outbound(node).add(delivery));
    // One that has just come may see this node before it is seen here: it is told a moment later.
    note(events, nodes);
  }

  /**
   * What that node is to hear has left when this is done: the answer to what it asked comes after.
   */
  void flush(String node) {
    Outbound outbound = others.get(node);
    if (outbound != null) {
      outbound.flush();
    }
  }

  private Outbound outbound(String node) {
    return others.computeIfAbsent(node, name -> new Outbound(vertx, name));
  }

  private void addNodes(Event event, Set<String> nodes) {
    String connection = event.stamp().origin().connection();
    int end = connection.lastIndexOf('-');
    if (end > 0) {
      nodes.add(connection.substring(0, end));
    }
    if (event instanceof Told told) {
      nodes.addAll(bearers.apply(told.to()));
      nodes.addAll(bearers.apply(told.by().nick()));
    } else {
      nodes.addAll(rooms.getOrDefault(((InRoom) event).room().key(), Map.of()).keySet());
    }
    if (event instanceof Joined joined) {
      // Who comes in by one connection is in by those on other nodes as well.
      Set<String> all = bearers.apply(joined.by().nick());
      all.forEach(node -> asked(joined.room().key(), node));
      nodes.addAll(all);
    }
    if (event instanceof Invited invited) {
      nodes.addAll(bearers.apply(invited.target()));
    }
  }

  private void note(List<Event> events, Set<String> nodes) {
    long now = clock.getAsLong();
    for (Event event : events) {
      long seq = event.stamp().seq();
      if (event.stamp().isKept() && !nodes.isEmpty()) {
        String key = event instanceof InRoom in ? in.room().key() : "";
        Map<String, Long> from = new HashMap<>();
        nodes.forEach(node -> from.put(node, seq - 1));
        active.merge(
            event.stamp().place(), new Active(key, from, seq, now), (was, is) -> was.then(is));
      }
    }
  }

  @Override
  public void asked(String key, String node) {
    if (key.startsWith("#") && !node.equals(views.current().self())) {
      long now = clock.getAsLong();
      rooms.compute(
          key,
          (room, wanted) -> {
            Map<String, Long> nodes = wanted == null ? new ConcurrentHashMap<>() : wanted;
            nodes.put(node, now);
            return nodes;
          });
    }
  }

  @Override
  public void follow(RoomView view) {
    feed.follow(view);
  }

  @Override
  public Set<String> wanting(String key) {
    Set<String> nodes = new HashSet<>(rooms.getOrDefault(key, Map.of()).keySet());
    nodes.add(views.current().self());
    return nodes;
  }

  /** A node wants to hear of rooms. */
  void heard(Interest interest) {
    interest.keys().forEach(key -> asked(key, interest.node()));
  }

  /** A room that nobody wants any more is forgotten. */
  private void change(String key, Consumer<Map<String, Long>> how) {
    rooms.computeIfPresent(
        key,
        (room, nodes) -> {
          how.accept(nodes);
          return nodes.isEmpty() ? null : nodes;
        });
  }

  /** Forgets who has not said for long that it wants a room. */
  void forgetOld() {
    long now = clock.getAsLong();
    for (String key : rooms.keySet()) {
      change(key, nodes -> nodes.values().removeIf(time -> now - time > WANTED_NANOS));
    }
  }

  /**
   * How far the places have come in which something happened lately, for one node.
   *
   * @param presences the number of the last change of who is here
   * @param isDeaf does nothing come through from that node?
   */
  Heads heads(String node, long presences, boolean isDeaf) {
    long now = clock.getAsLong();
    active.values().removeIf(one -> one.isOver(now));
    List<Heads.Head> heads = new ArrayList<>();
    active.forEach(
        (place, one) -> {
          Long from = one.from.get(node);
          if (from != null) {
            heads.add(new Heads.Head(place, one.key, from, one.head));
          }
        });
    return new Heads(views.current().self(), presences, heads, isDeaf);
  }

  /** Who has gone is interested no more; who has lost a room to another node says so there. */
  private void changed(View now) {
    others.keySet().removeIf(node -> !now.has(node));
    for (String key : rooms.keySet()) {
      change(key, nodes -> nodes.keySet().removeIf(node -> !now.has(node)));
    }
  }
}
