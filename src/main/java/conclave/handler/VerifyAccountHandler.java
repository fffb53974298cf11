package conclave.handler;

import conclave.command.Command.VerifyAccount;
import conclave.command.IdentityReply;
import conclave.name.CaseFold;
import conclave.room.Reason;
import conclave.room.Refusal;
import io.vertx.core.Future;
import java.util.Optional;

/** VERIFY: completes a REGISTER of this connection with an invitation. */
final class VerifyAccountHandler implements CommandHandler<VerifyAccount> {
  private final Accounts accounts;
  private final Admission admission;

  VerifyAccountHandler(Accounts accounts, Admission admission) {
    this.accounts = accounts;
    this.admission = admission;
  }

  @Override
  public Future<Void> handle(VerifyAccount given, Caller caller) {
    if (caller.registration().account().isPresent()) {
      return refuse(Refusal.of(Reason.ALREADY_LOGGED_IN), given, caller);
    }
    Optional<Registration.Prepared> prepared =
        caller
            .registration()
            .prepared()
            .filter(one -> one.account().key().equals(CaseFold.fold(given.account())));
    if (prepared.isEmpty()) {
      return refuse(Refusal.of(Reason.BAD_INVITATION), given, caller);
    }
    return accounts
        .register(
            prepared.get().account().text(),
            Optional.of(given.code()),
            prepared.get().password(),
            caller.peer())
        .compose(identity -> completed(identity, given, caller))
        .recover(away -> refuse(Refusal.of(Reason.UNAVAILABLE), given, caller));
  }

  private Future<Void> completed(Accounts.Identity identity, VerifyAccount given, Caller caller) {
    if (identity.refusal().isPresent()) {
      return refuse(identity.refusal().get(), given, caller);
    }
    caller.registration().forgetPrepared();
    caller.reply(
        new IdentityReply.Enrolled(
            "VERIFY", identity.account().orElseThrow().text(), false, Optional.empty()));
    return admission.letIn(identity, caller, false);
  }

  private static Future<Void> refuse(Refusal refusal, VerifyAccount given, Caller caller) {
    return caller.answer(
        new IdentityReply.Enrolled("VERIFY", given.account(), false, Optional.of(refusal)));
  }
}
