package conclave.cluster;

import conclave.bus.Active;
import conclave.bus.Addresses;
import conclave.bus.Announcement;
import conclave.bus.Everyone;
import conclave.bus.Heads;
import conclave.bus.Inhabitants;
import conclave.bus.NickSettled;
import conclave.bus.NickWanted;
import conclave.bus.Others;
import conclave.bus.PresenceNews;
import conclave.bus.PresenceWanted;
import conclave.command.User;
import conclave.command.UserEvent;
import conclave.name.Nick;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has all nodes know who is on which of them. */
final class Presences {
  private static final DeliveryOptions PATIENCE =
      new DeliveryOptions().setSendTimeout(Others.PATIENCE_MILLIS);

  private static final long AGAIN_MILLIS = 100;

  /** For so long those are waited for that can't be reached. */
  private static final long MEETING_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final Logger LOG = LoggerFactory.getLogger(Presences.class);

  private final Vertx vertx;
  private final EventBus bus;
  private final Views views;
  private final Inhabitants inhabitants;
  private final Supplier<Future<Void>> beat;

  /** Says who asks, so that it is seen before it is answered. */
  private final DeliveryOptions bySelf = new DeliveryOptions(PATIENCE);

  /**
   * Of what one node sees.
   *
   * @param beat has it look once more who there is
   */
  Presences(Vertx vertx, Views views, Inhabitants inhabitants, Supplier<Future<Void>> beat) {
    this.vertx = vertx;
    this.beat = beat;
    this.bus = vertx.eventBus();
    this.views = views;
    this.inhabitants = inhabitants;
    bySelf.addHeader(Addresses.BY_NODE, views.current().self());
    inhabitants.settleBy(this::settled);
  }

  private void send(String node, Object what) {
    bus.send(Addresses.feed(node), what);
  }

  /** Learns who is there; failed where one of the two can't reach the other. */
  private Future<Void> ask(String node) {
    return bus.<PresenceNews>request(Addresses.feed(node), new PresenceWanted(), bySelf)
        .onSuccess(told -> inhabitants.learn(told.body()))
        .mapEmpty();
  }

  /**
   * Done when all others have said who is there, so that whoever comes here from then on is one of
   * them all. Who can't be reached is not waited for forever.
   */
  Future<Void> meetAll() {
    long now = System.nanoTime();
    return Future.join(views.current().others().stream().map(node -> meet(node, now)).toList())
        .mapEmpty();
  }

  private Future<Void> meet(String node, long since) {
    if (!views.current().has(node)) {
      return Future.succeededFuture();
    }
    if (System.nanoTime() - since > MEETING_NANOS) {
      LOG.warn("the node {} can't be reached: this one goes on without it", node);
      return Future.succeededFuture();
    }
    return ask(node)
        .recover(
            away ->
                vertx
                    .timer(AGAIN_MILLIS, TimeUnit.MILLISECONDS)
                    .compose(later -> meet(node, since)));
  }

  /** Another node has said this; false where it is of something else. */
  boolean hear(Message<Object> message) {
    Object body = message.body();
    if (body instanceof PresenceNews news) {
      if (!inhabitants.learn(news)) {
        ask(news.node());
      }
    } else if (body instanceof PresenceWanted) {
      seen(message.headers().get(Addresses.BY_NODE))
          .onComplete(done -> message.reply(inhabitants.all()));
    } else if (body instanceof Active active) {
      inhabitants.active(active);
    } else if (body instanceof NickWanted wanted) {
      inhabitants.settled(wanted.nick()).onSuccess(message::reply);
    } else {
      return false;
    }
    return true;
  }

  /** Done when this node has looked for that one: who has just come may see more than is seen. */
  private Future<Void> seen(@Nullable String node) {
    boolean isNew = node != null && !views.current().has(node);
    return isNew ? beat.get() : Future.succeededFuture();
  }

  /** What was missed is asked for. */
  void hear(Heads heads) {
    if (!inhabitants.knows(heads.node(), heads.presences())) {
      ask(heads.node());
    }
  }

  /** Tells the others who has said something, all of it at once. */
  void tellActive() {
    Active active = inhabitants.active();
    if (!active.speakers().isEmpty()) {
      views.current().others().forEach(node -> send(node, active));
    }
  }

  /**
   * Done when no node is about to tell rooms that somebody bears the nick, or no longer does, and
   * all that it has told of that is known here. Who does not answer in time is about to be found
   * dead.
   */
  private Future<Void> settled(Nick nick) {
    List<Future<Void>> all =
        views.current().others().stream().map(node -> settled(node, nick)).toList();
    return Future.join(all).mapEmpty();
  }

  private Future<Void> settled(String node, Nick nick) {
    return bus.<NickSettled>request(Addresses.feed(node), new NickWanted(nick), PATIENCE)
        .compose(told -> inhabitants.heard(node, told.body().number()))
        .timeout(Others.PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
        .otherwiseEmpty();
  }

  /** A node is dead. */
  void forget(String dead) {
    for (User user : inhabitants.forget(dead)) {
      bus.publish(
          Addresses.USERS, new Announcement(new UserEvent.WentOut(user.source())), Everyone.HERE);
    }
  }
}
