package conclave.handler;

import conclave.command.Command.Motd;
import conclave.command.Reply;
import conclave.command.ServerFacts;
import conclave.room.Reason;
import io.vertx.core.Future;

/** MOTD. */
final class MotdHandler implements CommandHandler<Motd> {
  private final ServerFacts facts;

  MotdHandler(ServerFacts facts) {
    this.facts = facts;
  }

  @Override
  public Future<Void> handle(Motd motd, Caller caller) {
    if (motd.server().filter(server -> !server.equalsIgnoreCase(facts.name())).isPresent()) {
      return caller.refuse(Reason.NO_SUCH_SERVER, motd.server().get());
    }
    return facts.motd().isEmpty()
        ? caller.refuse(Reason.NO_MOTD)
        : caller.answer(new Reply.MotdIs(facts.motd()));
  }
}
