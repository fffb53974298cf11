package conclave.bus;

import conclave.account.AccountRole;
import conclave.account.Verifier;
import conclave.command.AccountNews;
import conclave.name.AccountName;
import conclave.room.Reason;
import conclave.room.Refusal;
import java.util.Optional;

/** The answer of the auth verticle. */
public sealed interface AuthAnswer {
  /** No, and why. */
  record Refused(Refusal refusal) implements AuthAnswer {}

  /**
   * That is who it is.
   *
   * @param session its number; 0 where nobody was logged in
   */
  record Identified(AccountName account, AccountRole role, int session) implements AuthAnswer {}

  /** What SCRAM needs. */
  record Secret(Verifier verifier) implements AuthAnswer {}

  /** Whose a name or certificate is; nothing for nobody's. */
  record Owner(Optional<AccountName> account) implements AuthAnswer {}

  /** What became of an order. */
  record Told(AccountNews news) implements AuthAnswer {}

  static AuthAnswer refused(Reason reason, String... about) {
    return new Refused(Refusal.of(reason, about));
  }
}
