package conclave.handler;

import conclave.command.Command.MakeInvitation;
import conclave.command.Reply;
import conclave.room.Reason;
import io.vertx.core.Future;

/** An administrator makes a code with which one person can register. */
final class MakeInvitationHandler implements CommandHandler<MakeInvitation> {
  private final Accounts accounts;

  MakeInvitationHandler(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Future<Void> handle(MakeInvitation command, Caller caller) {
    if (!caller.registration().isAdmin()) {
      return caller.refuse(Reason.NEEDS_ADMIN);
    }
    return accounts
        .invite()
        .compose(code -> caller.answer(new Reply.InvitationMade(code.text(), code.expires())));
  }
}
