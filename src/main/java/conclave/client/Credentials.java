package conclave.client;

/** An account and its password, kept for as long as the session may have to log in again. */
public final class Credentials {
  private final String account;
  private final String password;

  /**
   * @param password empty for no log-in at all
   */
  public Credentials(String account, String password) {
    this.account = account;
    this.password = password;
  }

  public String account() {
    return account;
  }

  boolean canLogIn() {
    return !password.isEmpty();
  }

  /** The password itself. Never log it. */
  String reveal() {
    return password;
  }

  @Override
  public String toString() {
    return account + " (password hidden)";
  }
}
