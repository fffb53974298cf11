package conclave.cluster;

import conclave.bus.Addresses;
import conclave.bus.Failures;
import conclave.bus.PlaceAnswer;
import conclave.bus.PlaceRequest;
import conclave.shard.Owners;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.core.internal.VertxInternal;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Asks owners, wherever they are, and answers other nodes for the owners that are here. */
public final class Lanes implements Owners {
  /** With this Vert.x fails what came to a consumer that was about to go. */
  private static final String DISCARDED = "Discarded the request";

  private final Context context;
  private final EventBus bus;
  private final String self;
  private final Predicate<String> isHeard;
  private final Consumer<String> flush;
  private final List<Lane> lanes;

  /**
   * The lanes of a node.
   *
   * @param context on which this node hears what is shown
   * @param isHeard does anything come through from that node?
   * @param flush sends what that node is to be shown
   */
  Lanes(
      Vertx vertx,
      Context context,
      Views views,
      Predicate<String> isHeard,
      Consumer<String> flush) {
    this.context = context;
    this.flush = flush;
    this.bus = vertx.eventBus();
    this.self = views.current().self();
    this.isHeard = isHeard;
    this.lanes =
        IntStream.range(0, Addresses.SHARDS)
            .mapToObj(shard -> new Lane(shard, views, this::ask, (VertxInternal) vertx))
            .toList();
    views.listen(this::changed);
  }

  /** What may have been lost on its way to another node is looked into. */
  void look() {
    lanes.forEach(Lane::look);
  }

  @Override
  public Future<PlaceAnswer> ask(int shard, PlaceRequest request) {
    return lanes.get(shard).ask(request);
  }

  private void changed(View before, View now) {
    before.nodes().stream()
        .filter(node -> !now.has(node))
        .forEach(node -> lanes.forEach(lane -> lane.gone(node)));
  }

  /** From that node nothing comes through. */
  void silent(String node) {
    lanes.forEach(lane -> lane.silent(node));
  }

  private Future<PlaceAnswer> ask(String node, int shard, Lane.Step step, PlaceRequest request) {
    DeliveryOptions options =
        new DeliveryOptions()
            .addHeader(Addresses.BY_NODE, self)
            .addHeader(Addresses.ROUND, Long.toString(step.round()))
            .addHeader(Addresses.TURN, Long.toString(step.turn()));
    if (node.equals(self)) {
      return here(shard, request, options);
    }
    if (!isHeard.test(node)) {
      return Future.failedFuture(
          new ReplyException(
              ReplyFailure.RECIPIENT_FAILURE,
              Failures.UNAVAILABLE,
              "the owner of that room can't be reached from this node"));
    }
    options.setSendTimeout(DEADLINE_MILLIS).addHeader(Addresses.OF_SHARD, Integer.toString(shard));
    Promise<PlaceAnswer> answer = Promise.promise();
    // Answers count in the order in which they come, behind what was shown before them.
    context.runOnContext(
        now ->
            Future.succeededFuture()
                .compose( // which tells what is thrown, too
                    go -> bus.<PlaceAnswer>request(Addresses.places(node), request, options))
                .map(Message::body)
                .onComplete(answer));
    return answer.future();
  }

  private Future<PlaceAnswer> here(int shard, PlaceRequest request, DeliveryOptions options) {
    options.setSendTimeout(DEADLINE_MILLIS).setLocalOnly(true);
    return bus.<PlaceAnswer>request(Addresses.shard(shard), request, options)
        .map(Message::body)
        .recover(failure -> Future.failedFuture(told(failure)));
  }

  /** Who gave the shard up before it came to this was not asked. */
  private static Throwable told(Throwable failure) {
    boolean isDiscarded =
        failure instanceof ReplyException reply
            && reply.failureType() == ReplyFailure.TIMEOUT
            && String.valueOf(reply.getMessage()).startsWith(DISCARDED);
    return isDiscarded
        ? new ReplyException(
            ReplyFailure.RECIPIENT_FAILURE, Failures.MISDIRECTED, failure.getMessage())
        : failure;
  }

  /** Lets other nodes ask the owners that are here. */
  Future<Void> open() {
    return bus.<PlaceRequest>consumer(Addresses.places(self), this::forward).completion();
  }

  private void forward(Message<PlaceRequest> message) {
    int shard = Integer.parseInt(message.headers().get(Addresses.OF_SHARD));
    here(shard, message.body(), new DeliveryOptions().setHeaders(message.headers()))
        .onComplete(done -> flush.accept(message.headers().get(Addresses.BY_NODE)))
        .onComplete(message::reply, failure -> fail(message, failure));
  }

  private static void fail(Message<PlaceRequest> message, Throwable failure) {
    boolean isNobody =
        failure instanceof ReplyException reply && reply.failureType() == ReplyFailure.NO_HANDLERS;
    int code = failure instanceof ReplyException reply ? reply.failureCode() : Failures.NO_ANSWER;
    message.fail(isNobody ? Failures.MISDIRECTED : code, String.valueOf(failure.getMessage()));
  }
}
