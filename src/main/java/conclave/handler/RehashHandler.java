package conclave.handler;

import conclave.account.Right;
import conclave.command.Command.Rehash;
import conclave.command.Reply;
import conclave.name.AccountName;
import conclave.room.Reason;
import io.vertx.core.Future;

/** REHASH: has the server read its configuration again (Modern IRC §REHASH). */
final class RehashHandler implements CommandHandler<Rehash> {
  private final Reloads reloads;

  RehashHandler(Reloads reloads) {
    this.reloads = reloads;
  }

  @Override
  public Future<Void> handle(Rehash asked, Caller caller) {
    if (!caller.registration().may(Right.SERVER)) {
      return caller.refuse(Reason.NEEDS_ADMIN);
    }
    String by =
        caller.registration().actor(Right.SERVER).map(AccountName::text).orElse("the console");
    return reloads.reload(by).compose(done -> caller.answer(new Reply.OfServer(done)));
  }
}
