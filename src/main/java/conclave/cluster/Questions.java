package conclave.cluster;

import conclave.bus.Addresses;
import conclave.bus.Everyone;
import conclave.bus.Failures;
import conclave.bus.Others;
import io.vertx.core.Future;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import java.util.List;
import java.util.Optional;

/** What is asked of all other nodes, and answered to them. Any thread. */
final class Questions implements Others {
  /** The header of what whoever listens at that address of the node is asked. */
  static final String OF = "of";

  private final EventBus bus;
  private final Views views;

  Questions(EventBus bus, Views views) {
    this.bus = bus;
    this.views = views;
  }

  @Override
  public <T> Future<List<T>> ask(String address, Object question, Class<T> kind) {
    DeliveryOptions options =
        new DeliveryOptions().setSendTimeout(PATIENCE_MILLIS).addHeader(OF, address);
    List<Future<Optional<T>>> answers =
        views.current().others().stream()
            .map(
                node ->
                    bus.<Object>request(Addresses.feed(node), question, options)
                        .map(answer -> Optional.of(answer.body()).filter(kind::isInstance))
                        .map(answer -> answer.map(kind::cast))
                        .otherwise(Optional.empty()))
            .toList();
    return Future.join(answers)
        .map(all -> answers.stream().flatMap(answer -> answer.result().stream()).toList());
  }

  /** What one node answers; failed where it does not in time. */
  <T> Future<T> ask(String node, String address, Object question, Class<T> kind) {
    DeliveryOptions options =
        new DeliveryOptions().setSendTimeout(PATIENCE_MILLIS).addHeader(OF, address);
    return bus.<Object>request(Addresses.feed(node), question, options)
        .map(answer -> kind.cast(answer.body()));
  }

  /** Who is cut off does not see them, and is seen to by them all the same. */
  @Override
  public boolean areThere() {
    View view = views.current();
    return !view.isWhole() || !view.others().isEmpty();
  }

  @Override
  public boolean isOurs(String name) {
    View view = views.current();
    return view.owner(Addresses.shardOf(name)).filter(view.self()::equals).isPresent();
  }

  /** Another node asks somebody here. */
  void asked(String address, Message<Object> message) {
    DeliveryOptions options =
        new DeliveryOptions(Everyone.HERE).setSendTimeout(Others.PATIENCE_MILLIS);
    bus.request(address, message.body(), options)
        .onComplete(
            answer -> message.reply(answer.body()),
            failure -> message.fail(Failures.codeOf(failure), "no answer"));
  }
}
