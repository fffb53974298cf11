package conclave.bus;

import java.util.Set;

/** Whose right to be here has ended: every listener closes those of these connections it has. */
public record Revoked(Set<String> connections, String reason) {
  public Revoked {
    connections = Set.copyOf(connections);
  }
}
