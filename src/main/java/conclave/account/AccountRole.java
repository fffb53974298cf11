package conclave.account;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an account is to the server. Each role has the rights of those before it. */
public enum AccountRole {
  /** Talks. */
  MEMBER(EnumSet.noneOf(Right.class)),
  /** Keeps order: acts in every room, ends connections, invites. */
  OPERATOR(EnumSet.of(Right.ROOMS, Right.CONNECTIONS, Right.INVITATIONS)),
  /** May do everything. */
  ADMIN(EnumSet.allOf(Right.class));

  private final Set<Right> rights;

  AccountRole(Set<Right> rights) {
    this.rights = rights;
  }

  /** The role of that name, in whatever case. */
  public static Optional<AccountRole> parse(String text) {
    String upper = text.toUpperCase(Locale.ROOT);
    for (AccountRole role : values()) {
      if (role.name().equals(upper)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }

  public boolean may(Right right) {
    return rights.contains(right);
  }

  /** All that it may. */
  public Set<Right> rights() {
    return Set.copyOf(rights);
  }

  /** The higher of the two. */
  public AccountRole or(AccountRole other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** The name in commands and in the configuration. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
