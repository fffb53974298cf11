package conclave.handler;

import conclave.command.Command.RegisterAccount;
import conclave.command.IdentityReply;
import conclave.config.AccountsConfig;
import conclave.config.Config;
import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.room.Reason;
import conclave.room.Refusal;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * REGISTER of IRC clients (IRCv3 draft/account-registration). Where an invitation is needed, it is
 * the code that VERIFY gives.
 */
final class RegisterAccountHandler implements CommandHandler<RegisterAccount> {
  private final Config config;
  private final Accounts accounts;
  private final Admission admission;

  RegisterAccountHandler(Config config, Accounts accounts, Admission admission) {
    this.config = config;
    this.accounts = accounts;
    this.admission = admission;
  }

  @Override
  public Future<Void> handle(RegisterAccount wanted, Caller caller) {
    Registration said = caller.registration();
    if (said.account().isPresent()) {
      return refuse(Refusal.of(Reason.ALREADY_LOGGED_IN), wanted.account(), caller);
    }
    Optional<String> name =
        wanted.account().equals("*") ? said.nick().map(Nick::text) : Optional.of(wanted.account());
    if (name.isEmpty()) {
      return refuse(Refusal.of(Reason.NO_NICK_GIVEN), "*", caller);
    }
    Optional<Refusal> no = admission.objection(Optional.empty(), caller);
    if (no.isPresent()) {
      return refuse(no.get(), name.get(), caller);
    }
    Future<Void> done =
        config.accounts().registration() == AccountsConfig.Registration.OPEN
            ? register(name.get(), wanted.password(), caller)
            : prepare(name.get(), wanted.password(), caller);
    return done.recover(away -> refuse(Refusal.of(Reason.UNAVAILABLE), name.get(), caller));
  }

  private Future<Void> register(String name, String password, Caller caller) {
    return accounts
        .register(name, Optional.empty(), password, caller.peer())
        .compose(
            identity -> {
              if (identity.refusal().isPresent()) {
                return refuse(identity.refusal().get(), name, caller);
              }
              caller.reply(new IdentityReply.Enrolled("REGISTER", name, false, Optional.empty()));
              return admission.letIn(identity, caller, false);
            });
  }

  private Future<Void> prepare(String name, String password, Caller caller) {
    return accounts
        .objection(name, password, caller.peer())
        .compose(
            no -> {
              if (no.isPresent()) {
                return refuse(no.get(), name, caller);
              }
              AccountName account = AccountName.parse(name).orElseThrow();
              caller.registration().prepared(new Registration.Prepared(account, password));
              return caller.answer(
                  new IdentityReply.Enrolled("REGISTER", name, true, Optional.empty()));
            });
  }

  private static Future<Void> refuse(Refusal refusal, String name, Caller caller) {
    return caller.answer(new IdentityReply.Enrolled("REGISTER", name, false, Optional.of(refusal)));
  }
}
