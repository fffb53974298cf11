package conclave.handler;

import conclave.account.AccountRole;
import conclave.command.Command.Register;
import conclave.command.IdentityReply;
import conclave.room.Reason;
import conclave.room.Refusal;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Makes an account, and logs in with it. */
final class RegisterHandler implements CommandHandler<Register> {
  private final Accounts accounts;
  private final Admission admission;

  RegisterHandler(Accounts accounts, Admission admission) {
    this.accounts = accounts;
    this.admission = admission;
  }

  @Override
  public Future<Void> handle(Register register, Caller caller) {
    if (caller.registration().account().isPresent()) {
      return caller.refuse(Reason.ALREADY_LOGGED_IN);
    }
    Optional<Refusal> no = admission.objection(register.invitation(), caller);
    if (no.isPresent()) {
      return caller.settle(List.of(no.get()));
    }
    return accounts
        .register(register.account(), register.invitation(), register.password(), caller.peer())
        .compose(identity -> registered(identity, caller));
  }

  private Future<Void> registered(Accounts.Identity identity, Caller caller) {
    identity
        .account()
        .ifPresent(
            account ->
                caller.reply(
                    new IdentityReply.Registered(
                        account.text(), identity.role() == AccountRole.ADMIN)));
    return admission
        .identified(identity, caller, Reason.WRONG_PASSWORD, false)
        .compose(isIn -> isIn ? admission.admit(caller) : Future.succeededFuture());
  }
}
