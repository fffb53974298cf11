package conclave.gateway;

import conclave.bus.Addresses;
import conclave.bus.NodeAsked;
import conclave.bus.NodeTells;
import conclave.command.Reply;
import conclave.handler.AboutHere;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.Optional;

/** Tells other nodes what they ask about this one. */
public final class AboutVerticle extends VerticleBase {
  private final AboutHere here;

  public AboutVerticle(AboutHere here) {
    this.here = here;
  }

  @Override
  public Future<?> start() {
    return vertx
        .eventBus()
        .<NodeAsked>localConsumer(
            Addresses.ABOUT, message -> message.reply(told(here.answer(message.body().question()))))
        .completion();
  }

  private static NodeTells told(Reply reply) {
    return new NodeTells(
        reply instanceof Reply.OfServer told ? Optional.of(told.answer()) : Optional.empty(),
        reply instanceof Reply.Refused no ? Optional.of(no.refusal()) : Optional.empty());
  }
}
