package conclave.cluster;

import conclave.bus.Addresses;
import conclave.bus.Batch;
import conclave.bus.Heads;
import conclave.bus.Interest;
import conclave.bus.PlaceRequest;
import conclave.cluster.NodeTable.Entry;
import conclave.shard.Logs;
import conclave.shard.Outlet;
import conclave.shard.Owners;
import conclave.shard.RoomLog;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One node of a network: asks owners wherever they are, and hears from them. */
public final class Cluster {
  private static final long TICK_MILLIS = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

  /**
   * What a node is joined with.
   *
   * @param log what was missed is read from it
   */
  public record Ports(NodeTable table, Logs logs, RoomLog log, Inhabitants inhabitants) {}

  private final Vertx vertx;
  private final String self;
  private final Ports ports;
  private final Views views;
  private final Nodes nodes;
  private final Hearing hearing = new Hearing();
  private final Lanes lanes;
  private final Feed feed;
  private final Interests interests;
  private final Set<String> silent = new HashSet<>();
  private Future<MessageConsumer<Object>> heard = Future.failedFuture("not yet");
  private Future<MessageConsumer<PlaceRequest>> asked = Future.failedFuture("not yet");

  /**
   * A node, not yet one of the network.
   *
   * @param joined whom the cluster manager is joined with, as it calls them
   */
  public Cluster(Vertx vertx, Entry self, Supplier<List<String>> joined, Ports ports) {
    this.vertx = vertx;
    this.self = self.id();
    this.ports = ports;
    this.views = new Views(this.self);
    this.nodes = new Nodes(vertx, ports.table(), self, joined, views);
    this.lanes = new Lanes(vertx, views, hearing::isHeard);
    this.feed = new Feed(vertx, this.self, ports.log());
    this.interests = new Interests(vertx, views, feed, ports.inhabitants()::nodesOf);
  }

  public Owners owners() {
    return lanes;
  }

  public Outlet outlet() {
    return interests;
  }

  public Views views() {
    return views;
  }

  /** All that live, with their names. */
  public List<Entry> living() {
    return nodes.living();
  }

  /** Done when the others have declared this node dead: it owns nothing, and must begin anew. */
  public Future<Void> buried() {
    return nodes.buried();
  }

  /** The cluster manager has seen somebody come or go. */
  public void joinedOrLeft() {
    vertx.runOnContext(now -> nodes.beat());
  }

  /** Joins: from now on this node is asked, and hears. */
  public Future<Void> start() {
    views.listen(this::changed);
    vertx.setPeriodic(TICK_MILLIS, id -> tick());
    return open().compose(open -> nodes.start());
  }

  private Future<Void> open() {
    MessageConsumer<Object> consumer = vertx.eventBus().consumer(Addresses.feed(self), this::hear);
    heard = consumer.completion().map(registered -> consumer);
    asked = lanes.open();
    return Future.join(heard, asked).mapEmpty();
  }

  private void hear(Message<Object> message) {
    Object body = message.body();
    if (body instanceof Batch batch) {
      feed.heard(batch);
    } else if (body instanceof Heads heads) {
      hearing.heard(heads.node());
      Set<String> rooms = ports.inhabitants().roomsHere();
      List<String> unwanted = feed.heard(heads, rooms::contains);
      if (!unwanted.isEmpty()) {
        tell(heads.node(), new Interest(self, unwanted, false));
      }
    } else if (body instanceof Interest interest) {
      interests.heard(interest);
    }
  }

  private void tell(String node, Object what) {
    vertx.eventBus().send(Addresses.feed(node), what);
  }

  /** Each owner of a room that users of this node are in must know it. */
  private void changed(View before, View now) {
    hearing.changed(now);
    Map<String, List<String>> rooms = new HashMap<>();
    for (String key : ports.inhabitants().roomsHere()) {
      now.owner(Addresses.shardOf(key))
          .filter(owner -> !owner.equals(self))
          .ifPresent(
              owner -> rooms.computeIfAbsent(owner, o -> new java.util.ArrayList<>()).add(key));
    }
    rooms.forEach((owner, keys) -> tell(owner, new Interest(self, keys, true)));
    poll(key -> !rooms.isEmpty());
  }

  private void tick() {
    View view = views.current();
    view.others().forEach(node -> tell(node, interests.heads(node)));
    List<String> now = hearing.silent(view);
    for (String node : now) {
      if (silent.add(node)) {
        LOG.warn(
            "nothing comes through from the node {}: what it owns is read from the store", node);
        lanes.silent(node);
        listenAnew();
      }
    }
    silent.retainAll(now);
    if (!silent.isEmpty()) {
      poll(key -> key.isEmpty() || isOfSilent(view, key));
    }
  }

  private boolean isOfSilent(View view, String key) {
    return view.owner(Addresses.shardOf(key)).filter(silent::contains).isPresent();
  }

  private void poll(java.util.function.Predicate<String> which) {
    List<Long> places = feed.followed(which);
    if (!places.isEmpty()) {
      ports
          .logs()
          .heads(places)
          .onComplete(feed::stored, away -> LOG.debug("heads can't be read", away));
    }
  }

  /** After a partition the bus may not know any more that this node listens. */
  private void listenAnew() {
    Future<MessageConsumer<Object>> oldHeard = heard;
    Future<MessageConsumer<PlaceRequest>> oldAsked = asked;
    open()
        .onComplete(
            opened -> {
              oldHeard.onSuccess(MessageConsumer::unregister);
              oldAsked.onSuccess(MessageConsumer::unregister);
            });
  }

  /** Hands everything to the others. */
  public Future<Void> leave() {
    nodes.end();
    return ports.table().leave(self);
  }
}
