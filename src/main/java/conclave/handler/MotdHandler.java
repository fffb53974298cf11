package conclave.handler;

import conclave.command.Command.Motd;
import conclave.command.Reply;
import conclave.command.ServerAnswer;
import conclave.command.ServerFacts;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.function.Supplier;

/** MOTD. */
final class MotdHandler implements CommandHandler<Motd> {
  private final Supplier<ServerFacts> current;

  MotdHandler(Supplier<ServerFacts> current) {
    this.current = current;
  }

  @Override
  public Future<Void> handle(Motd motd, Caller caller) {
    ServerFacts facts = current.get();
    if (!facts.isMeant(motd.server())) {
      return caller.refuse(Reason.NO_SUCH_SERVER, motd.server().orElseThrow());
    }
    return facts.motd().isEmpty()
        ? caller.refuse(Reason.NO_MOTD)
        : caller.answer(new Reply.OfServer(new ServerAnswer.MotdIs(facts.motd())));
  }
}
