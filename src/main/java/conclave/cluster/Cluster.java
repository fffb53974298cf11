package conclave.cluster;

import conclave.bus.Addresses;
import conclave.bus.Batch;
import conclave.bus.Everyone;
import conclave.bus.Heads;
import conclave.bus.Inhabitants;
import conclave.bus.Interest;
import conclave.bus.Others;
import conclave.cluster.NodeTable.Entry;
import conclave.handler.Servers;
import conclave.shard.Logs;
import conclave.shard.Outlet;
import conclave.shard.Owners;
import conclave.shard.RoomLog;
import conclave.shard.RoomVerticle;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The network of many nodes, as one of them is part of it. */
public final class Cluster implements Network {
  /** The header of what is for whoever listens at some address of every node. */
  private static final String TO = "to";

  private static final long TICK_MILLIS = 1_000;

  /** After so many ticks all is asked for once more, whatever seems to have come through. */
  private static final int CATCH_UP = 10;

  /** After so many it is told who has said something. */
  private static final int ACTIVE = 3;

  /** After so many ticks of silence the others are told once more where this node is. */
  private static final int INTRODUCTION = 5;

  private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

  /**
   * What a node is joined with.
   *
   * @param log what was missed is read from it
   * @param inhabitants who is where; it tells the others of changes
   * @param grace for how long the users of a node that is gone may come back, milliseconds
   */
  public record Ports(
      NodeTable table,
      Logs logs,
      RoomLog log,
      Function<Everyone, Inhabitants> inhabitants,
      Supplier<Long> grace) {}

  private final Vertx vertx;
  private final Context context;
  private final String self;
  private final Ports ports;
  private final Inhabitants inhabitants;
  private final Views views;
  private final Nodes nodes;
  private final Hearing hearing = new Hearing();
  private final Lanes lanes;
  private final Feed feed;
  private final Interests interests;
  private final Undertaker undertaker;
  private final Questions questions;
  private final Servers servers;
  private final Presences presences;
  private final CatchingUp catchingUp;
  private final Set<String> silent = ConcurrentHashMap.newKeySet();
  private long ticks;
  private Runnable introduction = () -> {};

  /**
   * A node, not yet one of the network.
   *
   * @param joined whom the cluster manager is joined with, as it calls them
   */
  public Cluster(Vertx vertx, Entry self, Supplier<List<String>> joined, Ports ports) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.self = self.id();
    this.ports = ports;
    this.inhabitants = ports.inhabitants().apply(this);
    this.views = new Views(this.self);
    this.nodes = new Nodes(vertx, ports, self, joined, views);
    this.feed = new Feed(vertx, this.self, ports.log(), System::nanoTime);
    this.interests =
        new Interests(vertx, views, feed, inhabitants::nodesOf, hearing::isHeard, System::nanoTime);
    this.lanes = new Lanes(vertx, context, views, hearing::isHeard, interests::flush);
    this.catchingUp =
        new CatchingUp(
            vertx.eventBus(), ports.logs(), feed, inhabitants, ports.grace(), System::nanoTime);
    this.questions = new Questions(vertx.eventBus(), views);
    this.servers = new KnownNodes(self, views, nodes, questions, inhabitants, ports.table());
    this.presences = new Presences(vertx, views, inhabitants, nodes::beat);
    this.undertaker = new Undertaker(this.self, ports.table(), inhabitants, lanes, ports.grace());
  }

  @Override
  public Owners owners() {
    return lanes;
  }

  @Override
  public Outlet outlet() {
    return interests;
  }

  @Override
  public Others others() {
    return questions;
  }

  @Override
  public Servers servers() {
    return servers;
  }

  @Override
  public void onChange(Runnable listener) {
    views.listen((before, now) -> listener.run());
  }

  @Override
  public boolean isFirst() {
    return views.current().isFirst();
  }

  @Override
  public Future<Void> buried() {
    return nodes.buried();
  }

  /** The cluster manager has seen somebody come or go. */
  public void joinedOrLeft() {
    context.runOnContext(now -> nodes.beat());
  }

  /** After a split the others may not know any more where this node is, and what it listens to. */
  void introduceBy(Runnable how) {
    introduction = how;
  }

  @Override
  public void tell(String address, Object what) {
    vertx.eventBus().publish(address, what, HERE);
    DeliveryOptions options = new DeliveryOptions().addHeader(TO, address);
    for (String node : views.current().others()) {
      vertx.eventBus().send(Addresses.feed(node), what, options);
    }
  }

  @Override
  public Future<Void> join(List<RoomVerticle> owners) {
    Promise<Void> owning = Promise.promise();
    views.listen(this::changed);
    views.listen(
        (before, now) -> {
          Future<Void> owned = Shares.give(now.own(), owners);
          if (now.isWhole()) { // else nobody shall come to this node
            owned.onSuccess(done -> owning.tryComplete());
          }
        });
    return onLoop(
        () -> {
          vertx.setPeriodic(TICK_MILLIS, id -> tick());
          return open()
              .compose(open -> nodes.start())
              .compose(first -> owning.future())
              .compose(owned -> presences.meetAll());
        });
  }

  /** All that is heard is heard on one loop, in its order. */
  private Future<Void> onLoop(Supplier<Future<Void>> work) {
    return Future.future(done -> context.runOnContext(now -> work.get().onComplete(done)));
  }

  private Future<Void> open() {
    MessageConsumer<Object> consumer = vertx.eventBus().consumer(Addresses.feed(self), this::hear);
    return Future.join(consumer.completion(), lanes.open()).mapEmpty();
  }

  private void hear(Message<Object> message) {
    Object body = message.body();
    String to = message.headers().get(TO);
    String asked = message.headers().get(Questions.OF);
    if (asked != null) {
      questions.asked(asked, message);
    } else if (presences.hear(message)) {
      return;
    } else if (to != null) {
      vertx.eventBus().publish(to, body, HERE);
    } else if (body instanceof Batch batch) {
      feed.heard(batch);
    } else if (body instanceof Heads heads) {
      hear(heads);
    } else if (body instanceof Interest interest) {
      interests.heard(interest);
    }
  }

  private void hear(Heads heads) {
    hearing.heard(heads.node(), heads.isDeaf());
    presences.hear(heads);
    feed.heard(heads);
  }

  private void send(String node, Object what) {
    vertx.eventBus().send(Addresses.feed(node), what);
  }

  private void changed(View before, View now) {
    hearing.changed(now);
    // What an owner of before has stored, and did not come to tell, is in the log alone.
    catchUp();
    vertx.setTimer(NodeTable.LIVING_MILLIS, id -> catchUp());
  }

  private void catchUp() {
    catchingUp.all(views.current());
    catchingUp.talks();
  }

  private void tick() {
    View view = views.current();
    lanes.look();
    long told = inhabitants.last();
    view.others().forEach(node -> send(node, interests.heads(node, told, !hearing.hears(node))));
    if (nodes.isSteady()) {
      undertaker.look(view);
    }
    if (++ticks % ACTIVE == 0) {
      presences.tellActive();
    }
    if (ticks % CATCH_UP == 0) {
      catchingUp.all(view);
      interests.forgetOld();
    }
    nodes.dead().forEach(presences::forget);
    List<String> now = hearing.silent(view);
    for (String node : now) {
      if (silent.add(node)) {
        LOG.warn(
            "nothing comes through from the node {}: what it owns is read from the store", node);
        lanes.silent(node);
      }
    }
    for (String node : view.others()) {
      if (!now.contains(node) && silent.remove(node)) {
        LOG.info("the node {} is heard again", node);
      }
    }
    silent.retainAll(now);
    catchingUp.look(!silent.isEmpty());
    if (!silent.isEmpty()) {
      if (ticks % INTRODUCTION == 0) {
        introduction.run();
      }
      catchingUp.of(key -> key.isEmpty() || isOfSilent(view, key));
    }
  }

  private boolean isOfSilent(View view, String key) {
    return view.owner(Addresses.shardOf(key)).filter(silent::contains).isPresent();
  }

  @Override
  public Future<Void> leave() {
    nodes.end();
    return ports.table().leave(self);
  }
}
