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
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Has all nodes know who is on which of them. */
final class Presences {
  private static final DeliveryOptions PATIENCE =
      new DeliveryOptions().setSendTimeout(Others.PATIENCE_MILLIS);

  private final EventBus bus;
  private final Views views;
  private final Inhabitants inhabitants;

  Presences(EventBus bus, Views views, Inhabitants inhabitants) {
    this.bus = bus;
    this.views = views;
    this.inhabitants = inhabitants;
    inhabitants.settleBy(this::settled);
  }

  private void send(String node, Object what) {
    bus.send(Addresses.feed(node), what);
  }

  private PresenceWanted wanted() {
    return new PresenceWanted(views.current().self());
  }

  /** Another node has said this; false where it is of something else. */
  boolean hear(Message<Object> message) {
    Object body = message.body();
    if (body instanceof PresenceNews news) {
      if (!inhabitants.learn(news)) {
        send(news.node(), wanted());
      }
    } else if (body instanceof PresenceWanted wanted) {
      send(wanted.node(), inhabitants.all());
    } else if (body instanceof Active active) {
      inhabitants.active(active);
    } else if (body instanceof NickWanted wanted) {
      inhabitants.settled(wanted.nick()).onSuccess(message::reply);
    } else {
      return false;
    }
    return true;
  }

  /** What was missed is asked for. */
  void hear(Heads heads) {
    if (!inhabitants.knows(heads.node(), heads.presences())) {
      send(heads.node(), wanted());
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
