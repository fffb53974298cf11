package conclave.bus;

import conclave.name.AccountName;
import java.util.Optional;
import java.util.Set;

/**
 * Whose right to be here has ended: every listener closes those of these connections it has.
 *
 * @param account whose user may not stay in any way, with other connections or without one; nothing
 *     where it may
 * @param lender whose rights are nobody's any more who has shown it by OPER; nothing where they
 *     stay
 */
public record Revoked(
    Set<String> connections,
    Optional<AccountName> account,
    Optional<AccountName> lender,
    String reason) {
  public Revoked {
    connections = Set.copyOf(connections);
  }
}
