package conclave.account;

import java.util.Locale;

/** Whether anybody gets in with an account. */
public enum AccountStatus {
  ENABLED,
  /** Nobody gets in with it until it is enabled again. */
  DISABLED,
  /**
   * It is gone, and its name stays taken: who registered it anew would inherit what rooms and
   * people granted to that name.
   */
  DELETED;

  /** The name in answers. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
