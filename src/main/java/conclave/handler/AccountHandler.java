package conclave.handler;

import conclave.account.Right;
import conclave.command.AccountNews;
import conclave.command.AccountOrder;
import conclave.command.AccountOrder.AddCertificate;
import conclave.command.Command;
import conclave.command.IdentityReply;
import conclave.name.AccountName;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.Set;

/** What is asked about accounts: by everybody about the own one, by who may about all. */
final class AccountHandler implements CommandHandler<Command.Account> {
  /** What one may ask about one's own account. */
  private static final Set<Class<? extends AccountOrder>> OWN =
      Set.of(
          AccountOrder.ChangePassword.class,
          AccountOrder.MakeCode.class,
          AccountOrder.ListSessions.class,
          AccountOrder.EndSessions.class,
          AccountOrder.NameSession.class,
          AccountOrder.MakeToken.class,
          AddCertificate.class,
          AccountOrder.RemoveCertificate.class,
          AccountOrder.ListCertificates.class);

  private final Accounts accounts;

  AccountHandler(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Future<Void> handle(Command.Account asked, Caller caller) {
    Registration said = caller.registration();
    if (asked.account().isEmpty() && OWN.contains(asked.order().getClass())) {
      return said.account().isPresent()
          ? own(asked, said.account().get(), caller)
          : caller.answer(told(asked, Reason.NOT_LOGGED_IN));
    }
    Right right = asked.order() instanceof AccountOrder.Invite ? Right.INVITATIONS : Right.ACCOUNTS;
    return said.may(right)
        ? order(asked, asked.account(), said.actor(right), caller)
        : caller.refuse(
            caller.phase() == Caller.Phase.READY ? Reason.NEEDS_ADMIN : Reason.NOT_REGISTERED);
  }

  private Future<Void> own(Command.Account asked, AccountName self, Caller caller) {
    if (asked.order() instanceof AddCertificate add && add.certificate().isEmpty()) {
      if (caller.certificate().isEmpty()) {
        return caller.answer(told(asked, Reason.NO_CERTIFICATE));
      }
      AccountOrder shown = new AddCertificate(caller.certificate());
      return own(new Command.Account(asked.verb(), Optional.empty(), shown), self, caller);
    }
    return order(asked, Optional.of(self.text()), Optional.of(self), caller);
  }

  private Future<Void> order(
      Command.Account asked, Optional<String> account, Optional<AccountName> by, Caller caller) {
    return accounts
        .order(asked.order(), account, by, caller.peer())
        .compose(news -> caller.answer(new IdentityReply.AccountTold(asked.verb(), news)));
  }

  private static IdentityReply told(Command.Account asked, Reason reason) {
    return new IdentityReply.AccountTold(asked.verb(), AccountNews.Refused.of(reason));
  }
}
