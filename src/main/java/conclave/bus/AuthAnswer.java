package conclave.bus;

import conclave.account.Verifier;
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
 * @param verifier for {@code ScramSecret}; never printed
 */
public record AuthAnswer(
    Optional<Refusal> refusal,
    Optional<AccountName> account,
    boolean isAdmin,
    Optional<String> code,
    long expires,
    Optional<Verifier> verifier) {
  public static AuthAnswer refused(Reason reason, String... about) {
    return new AuthAnswer(
        Optional.of(Refusal.of(reason, about)),
        Optional.empty(),
        false,
        Optional.empty(),
        0,
        Optional.empty());
  }

  public static AuthAnswer is(AccountName account, boolean isAdmin) {
    return new AuthAnswer(
        Optional.empty(), Optional.of(account), isAdmin, Optional.empty(), 0, Optional.empty());
  }

  /** There is no such account. */
  public static AuthAnswer nobody() {
    return secret(Optional.empty());
  }

  public static AuthAnswer invitation(String code, long expires) {
    return new AuthAnswer(
        Optional.empty(), Optional.empty(), false, Optional.of(code), expires, Optional.empty());
  }

  /** What SCRAM needs. */
  public static AuthAnswer secret(Verifier verifier) {
    return secret(Optional.of(verifier));
  }

  private static AuthAnswer secret(Optional<Verifier> verifier) {
    return new AuthAnswer(Optional.empty(), Optional.empty(), false, Optional.empty(), 0, verifier);
  }

  @Override
  public String toString() {
    return "AuthAnswer(" + refusal + ", " + account + ")";
  }
}
