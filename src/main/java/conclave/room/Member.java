package conclave.room;

import conclave.name.Source;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A user in a room. Immutable. */
public record Member(Source source, String realname, Set<Role> roles) {
  public Member {
    roles = roles.isEmpty() ? Set.of() : inOrder(roles);
  }

  private static Set<Role> inOrder(Set<Role> roles) {
    return Collections.unmodifiableSet(EnumSet.copyOf(roles));
  }

  /** Does the member have this role or a higher one? */
  public boolean isAtLeast(Role role) {
    return highest().filter(mine -> mine.isAtLeast(role)).isPresent();
  }

  public Optional<Role> highest() {
    return Role.highest(roles);
  }

  /** The prefixes of all roles, highest first, or of the highest alone (IRCv3 multi-prefix). */
  public String prefixes(boolean all) {
    StringBuilder prefixes = new StringBuilder();
    roles.stream().limit(all ? roles.size() : 1).forEach(role -> prefixes.append(role.prefix()));
    return prefixes.toString();
  }

  Member with(Role role, boolean add) {
    EnumSet<Role> changed = EnumSet.noneOf(Role.class);
    changed.addAll(roles);
    if (add) {
      changed.add(role);
    } else {
      changed.remove(role);
    }
    return new Member(source, realname, changed);
  }

  Member withSource(Source changed) {
    return new Member(changed, realname, roles);
  }
}
