package conclave.account;

import conclave.name.AccountName;

/**
 * A registered identity.
 *
 * @param created milliseconds since 1970, UTC
 */
public record Account(
    AccountName name, Verifier verifier, AccountRole role, AccountStatus status, long created) {
  /** A new one, with which somebody gets in. */
  public static Account fresh(AccountName name, Verifier verifier, AccountRole role, long created) {
    return new Account(name, verifier, role, AccountStatus.ENABLED, created);
  }

  public boolean isEnabled() {
    return status == AccountStatus.ENABLED;
  }
}
