package conclave.account;

import java.util.Locale;

/** Something that not everybody may do. */
public enum Right {
  /** Act in any room as its operator, and see secret ones. */
  ROOMS,
  /** End the connections of others, and see where they come from. */
  CONNECTIONS,
  /** Make codes with which somebody can register. */
  INVITATIONS,
  /** Make, change, disable and delete accounts, and end their sessions. */
  ACCOUNTS,
  /** Change how the server runs. */
  SERVER;

  /** Its name as a Vert.x permission. */
  public String permission() {
    return name().toLowerCase(Locale.ROOT);
  }
}
