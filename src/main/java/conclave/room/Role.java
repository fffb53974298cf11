package conclave.room;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/** What a member is in a room, highest first (Modern IRC §Channel Membership Prefixes). */
public enum Role {
  FOUNDER('q', '~'),
  ADMIN('a', '&'),
  OPERATOR('o', '@'),
  HALFOP('h', '%'),
  VOICE('v', '+');

  private final char mode;
  private final char prefix;

  Role(char mode, char prefix) {
    this.mode = mode;
    this.prefix = prefix;
  }

  /** The letter of {@code MODE #room +o nick}. */
  public char mode() {
    return mode;
  }

  /** The sign before the nick in NAMES and WHO. */
  public char prefix() {
    return prefix;
  }

  /** The role with this sign. */
  public static Optional<Role> ofPrefix(char prefix) {
    return Arrays.stream(values()).filter(role -> role.prefix == prefix).findFirst();
  }

  /** Is this role {@code other} or above it? */
  public boolean isAtLeast(Role other) {
    return compareTo(other) <= 0;
  }

  /** The highest of some roles. */
  public static Optional<Role> highest(Collection<Role> roles) {
    return roles.stream().min(Role::compareTo);
  }

  /** The role with this mode letter. */
  public static Optional<Role> ofMode(char mode) {
    return Arrays.stream(values()).filter(role -> role.mode == mode).findFirst();
  }
}
