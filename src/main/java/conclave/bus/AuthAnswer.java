package conclave.bus;

import conclave.name.AccountName;
import conclave.room.Reason;
import conclave.room.Refusal;
import java.util.Optional;

/**
 * The answer of the auth verticle.
 *
 * @param account who it is; nothing when refused
 * @param code for {@code Invite}
 * @param expires of the code, milliseconds since 1970, UTC
 */
public record AuthAnswer(
    Optional<Refusal> refusal,
    Optional<AccountName> account,
    boolean isAdmin,
    Optional<String> code,
    long expires) {
  public static AuthAnswer refused(Reason reason, String... about) {
    return new AuthAnswer(
        Optional.of(Refusal.of(reason, about)), Optional.empty(), false, Optional.empty(), 0);
  }

  public static AuthAnswer is(AccountName account, boolean isAdmin) {
    return new AuthAnswer(Optional.empty(), Optional.of(account), isAdmin, Optional.empty(), 0);
  }

  /** There is no such account. */
  public static AuthAnswer nobody() {
    return new AuthAnswer(Optional.empty(), Optional.empty(), false, Optional.empty(), 0);
  }

  public static AuthAnswer invitation(String code, long expires) {
    return new AuthAnswer(Optional.empty(), Optional.empty(), false, Optional.of(code), expires);
  }

  @Override
  public String toString() {
    return "AuthAnswer(" + refusal + ", " + account + ")";
  }
}
