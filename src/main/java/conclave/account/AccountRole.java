package conclave.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an account is to the server. Each role has the rights of those before it. */
public enum AccountRole {
  /** Talks. */
  MEMBER,
  /** Keeps order: acts in every room, ends connections, invites. */
  OPERATOR,
  /** May do everything. */
  ADMIN;

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
    return switch (this) {
      case MEMBER -> false;
      case OPERATOR ->
          right == Right.ROOMS || right == Right.CONNECTIONS || right == Right.INVITATIONS;
      case ADMIN -> true;
    };
  }

  /** All that it may. */
  public Set<Right> rights() {
    return Arrays.stream(Right.values()).filter(this::may).collect(Collectors.toSet());
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
