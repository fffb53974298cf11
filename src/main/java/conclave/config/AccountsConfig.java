package conclave.config;

import java.time.Duration;
import java.util.Optional;

/**
 * Who may have an account and who may come in.
 *
 * @param pbkdf2Iterations rounds of PBKDF2-HMAC-SHA-256 for new credentials, at least 10,000
 * @param nickIsAccount a logged-in user's nick is the account's name
 * @param sessions how many sessions one account may have at once
 * @param sessionLife how long a device that is not seen can come back without the password
 * @param codeLife how long a one-time code logs in
 * @param invitationLife how long an invitation is good where its maker doesn't say
 * @param grace how long a user whose connection is lost stays unseen by others; nothing where none
 *     does
 * @param alwaysOn whose user is in its rooms without any connection
 */
public record AccountsConfig(
    Registration registration,
    Login login,
    int pbkdf2Iterations,
    boolean nickIsAccount,
    int sessions,
    Duration sessionLife,
    Duration codeLife,
    Duration invitationLife,
    Optional<Duration> grace,
    AlwaysOn alwaysOn) {
  /** Who may register an account. */
  public enum Registration {
    OPEN,
    INVITE,
    CLOSED
  }

  /** Whose user stays when its last connection is over. */
  public enum AlwaysOn {
    /** Nobody's. */
    DISABLED,
    /** That of who asked for it. */
    OPT_IN,
    /** Everybody's but of who did not want it. */
    OPT_OUT,
    /** Everybody's. */
    MANDATORY
  }

  /** Whether a connection without an account gets in. */
  public enum Login {
    REQUIRED,
    OPTIONAL
  }
}
