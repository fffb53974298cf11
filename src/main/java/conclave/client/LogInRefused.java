package conclave.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The server lets this user not in; trying again at once with the same answers is of no use. */
public final class LogInRefused extends IOException {
  private static final long serialVersionUID = 1L;
  private static final String PASSWORD_WANTED = "PASSWORD_WANTED";
  private static final String TOKEN_GONE = "TOKEN_GONE";
  private static final Set<String> WRONG = Set.of("904", "464", TOKEN_GONE);

  private final String code;
  private final transient Optional<Duration> retryAfter;

  LogInRefused(String code, String reason) {
    this(code, reason, Optional.empty());
  }

  /**
   * A refusal.
   *
   * @param retryAfter when the server will listen again, if it has said so
   */
  LogInRefused(String code, String reason, Optional<Duration> retryAfter) {
    super(reason);
    this.code = code;
    this.retryAfter = retryAfter;
  }

  static LogInRefused passwordWanted() {
    return new LogInRefused(PASSWORD_WANTED, "the password is needed");
  }

  static LogInRefused tokenGone() {
    return new LogInRefused(TOKEN_GONE, "another client has used the kept token");
  }

  /** Whether it was the name or the secret that was wrong. */
  public boolean wrongPassword() {
    return WRONG.contains(code) && retryAfter.isEmpty();
  }

  /** Whether there was nothing to log in with, so that the user has to be asked. */
  public boolean wantsPassword() {
    return code.equals(PASSWORD_WANTED);
  }

  /** How long the server wants to be left alone first; empty if that would not help. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
