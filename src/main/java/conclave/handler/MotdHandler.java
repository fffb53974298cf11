package conclave.handler;

import conclave.command.Command.Motd;
import conclave.command.Reply;
import conclave.command.ServerAnswer;
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
    if (!facts.isMeant(motd.server())) {
      return caller.refuse(Reason.NO_SUCH_SERVER, motd.server().orElseThrow());
    }
    return facts.motd().isEmpty()
        ? caller.refuse(Reason.NO_MOTD)
        : caller.answer(new Reply.OfServer(new ServerAnswer.MotdIs(facts.motd())));
  }
}
