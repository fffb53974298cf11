package conclave.handler;

import conclave.command.Command.Time;
import conclave.command.Reply;
import conclave.command.ServerAnswer;
import conclave.command.ServerFacts;
import conclave.room.Reason;
import io.vertx.core.Future;

/** TIME (Modern IRC §TIME). */
final class TimeHandler implements CommandHandler<Time> {
  private final ServerFacts facts;

  TimeHandler(ServerFacts facts) {
    this.facts = facts;
  }

  @Override
  public Future<Void> handle(Time asked, Caller caller) {
    return facts.isMeant(asked.server())
        ? caller.answer(new Reply.OfServer(new ServerAnswer.TimeIs(System.currentTimeMillis())))
        : caller.refuse(Reason.NO_SUCH_SERVER, asked.server().orElseThrow());
  }
}
