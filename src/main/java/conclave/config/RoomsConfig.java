package conclave.config;

import java.util.List;

/**
 * What holds for all rooms.
 *
 * @param create who may found a room by joining it
 * @param defaults rooms that exist from the start, each with its leading {@code #}
 * @param modes the letters of the modes that a new room begins with
 * @param maxPerUser how many rooms one user may be in
 * @param maxMembers how many members one room may have
 */
public record RoomsConfig(
    Create create, List<String> defaults, String modes, int maxPerUser, int maxMembers) {
  public RoomsConfig {
    defaults = List.copyOf(defaults);
  }

  /** Who may found a room. */
  public enum Create {
    ANYONE,
    ACCOUNTS,
    ADMINS
  }
}
