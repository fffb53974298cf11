package conclave.config;

/**
 * Who may have an account and who may come in.
 *
 * @param pbkdf2Iterations rounds of PBKDF2-HMAC-SHA-256 for new credentials, at least 10,000
 * @param nickIsAccount a logged-in user's nick is the account's name
 */
public record AccountsConfig(
    Registration registration, Login login, int pbkdf2Iterations, boolean nickIsAccount) {
  /** Who may register an account. */
  public enum Registration {
    OPEN,
    INVITE,
    CLOSED
  }

  /** Whether a connection without an account gets in. */
  public enum Login {
    REQUIRED,
    OPTIONAL
  }
}
