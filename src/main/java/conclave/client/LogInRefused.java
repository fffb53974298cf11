package conclave.client;

import java.io.IOException;

/** The server lets this user not in; trying again with the same answers is of no use. */
public final class LogInRefused extends IOException {
  private static final long serialVersionUID = 1L;

  private final String code;

  LogInRefused(String code, String reason) {
    super(reason);
    this.code = code;
  }

  /** Whether it was the name or the password that was wrong. */
  public boolean wrongPassword() {
    return code.equals("904") || code.equals("464");
  }
}
