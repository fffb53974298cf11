package conclave.handler;

import conclave.account.Right;
import conclave.command.Reply;
import conclave.command.ServerCommand.Drain;
import conclave.name.AccountName;
import conclave.room.Reason;
import io.vertx.core.Future;

/** DRAIN: has the server end, in order. */
final class DrainHandler implements CommandHandler<Drain> {
  private final Drains drains;

  DrainHandler(Drains drains) {
    this.drains = drains;
  }

  @Override
  public Future<Void> handle(Drain asked, Caller caller) {
    if (!caller.registration().may(Right.SERVER)) {
      return caller.refuse(Reason.NEEDS_ADMIN);
    }
    String by =
        caller.registration().actor(Right.SERVER).map(AccountName::text).orElse("the console");
    return caller.answer(new Reply.OfServer(drains.drain(asked.seconds(), by)));
  }
}
