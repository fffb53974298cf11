package conclave.handler;

import conclave.account.Right;
import conclave.command.Command.Oper;
import conclave.command.IdentityReply;
import conclave.room.Reason;
import io.vertx.core.Future;

/**
 * OPER: who has an operator's account as well, shows it (Modern IRC §OPER). There is no other
 * password than the account's; who is logged in with such an account is an operator anyway.
 */
final class OperHandler implements CommandHandler<Oper> {
  private final Accounts accounts;
  private final Users users;

  OperHandler(Accounts accounts, Users users) {
    this.accounts = accounts;
    this.users = users;
  }

  @Override
  public Future<Void> handle(Oper oper, Caller caller) {
    return accounts
        .check(oper.account(), oper.password(), caller.peer())
        .compose(identity -> checked(identity, caller));
  }

  private Future<Void> checked(Accounts.Identity identity, Caller caller) {
    if (identity.refusal().isPresent()) {
      Admission.countFailure(identity.refusal().get().reason(), caller);
      return caller.settle(identity.refusal().stream().toList());
    }
    if (!identity.role().may(Right.ROOMS)) {
      return caller.refuse(Reason.NOT_AN_OPERATOR);
    }
    caller.registration().lent(identity.account().orElseThrow(), identity.role());
    users.ranked(caller.source().nick(), identity.role().may(Right.ROOMS));
    return caller.answer(new IdentityReply.OperatorNow(caller.source().nick()));
  }
}
