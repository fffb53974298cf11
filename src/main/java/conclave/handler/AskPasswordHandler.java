package conclave.handler;

import conclave.account.Fingerprint;
import conclave.account.LogInName;
import conclave.command.Command.AskPassword;
import conclave.command.IdentityReply;
import conclave.command.PasswordFor;
import conclave.name.CaseFold;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Asks for the password that the next line will be, unless the client has shown a certificate that
 * makes it needless.
 */
final class AskPasswordHandler implements CommandHandler<AskPassword> {
  private final Accounts accounts;
  private final Admission admission;

  AskPasswordHandler(Accounts accounts, Admission admission) {
    this.accounts = accounts;
    this.admission = admission;
  }

  @Override
  public Future<Void> handle(AskPassword ask, Caller caller) {
    boolean isIn = caller.registration().account().isPresent();
    boolean isChange = ask.purpose() == PasswordFor.CURRENT || ask.purpose() == PasswordFor.NEXT;
    if (isIn != isChange) {
      return caller.refuse(isIn ? Reason.ALREADY_LOGGED_IN : Reason.NOT_LOGGED_IN);
    }
    return ask.purpose() == PasswordFor.LOG_IN && caller.certificate().isPresent()
        ? orByCertificate(ask, caller.certificate().get(), caller)
        : askFor(ask, caller);
  }

  private static Future<Void> askFor(AskPassword ask, Caller caller) {
    if (ask.purpose() == PasswordFor.LOG_IN && ask.account().isEmpty()) {
      return caller.refuse(Reason.NO_CERTIFICATE);
    }
    String account = caller.registration().account().map(name -> name.text()).orElse(ask.account());
    caller.awaitPassword(ask);
    return caller.answer(new IdentityReply.PasswordPrompt(ask.purpose(), account));
  }

  private Future<Void> orByCertificate(AskPassword ask, Fingerprint certificate, Caller caller) {
    String wanted = CaseFold.fold(LogInName.parse(ask.account()).account());
    return accounts
        .ownerOf(certificate)
        .compose(
            owner ->
                owner.filter(o -> wanted.isEmpty() || o.key().equals(wanted)).isPresent()
                    ? byCertificate(ask, certificate, caller)
                    : askFor(ask, caller));
  }

  private Future<Void> byCertificate(AskPassword ask, Fingerprint certificate, Caller caller) {
    Optional<String> name = Optional.of(ask.account()).filter(text -> !text.isEmpty());
    return accounts
        .certified(name, certificate, caller.peer())
        .compose(identity -> admission.identified(identity, caller, Reason.WRONG_PASSWORD, false))
        .compose(isIn -> isIn ? admission.admit(caller) : Future.succeededFuture());
  }
}
