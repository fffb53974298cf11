package conclave.command;

import conclave.name.CaseFold;
import conclave.name.Mask;
import java.util.List;
import java.util.Optional;

/**
 * What a server says of itself in welcomes.
 *
 * @param started when it started, in words (003)
 * @param supported the tokens of 005, in their order
 */
public record ServerFacts(
    String name,
    String network,
    String version,
    String started,
    List<String> supported,
    List<String> motd) {
  public ServerFacts {
    supported = List.copyOf(supported);
    motd = List.copyOf(motd);
  }

  /** The same under another name. */
  public ServerFacts as(String other) {
    return new ServerFacts(other, network, version, started, supported, motd);
  }

  /** Is a question to this server, or to the one that such a name or mask means, for us? */
  public boolean isMeant(Optional<String> server) {
    return server.filter(mask -> !Mask.matches(CaseFold.fold(mask), CaseFold.fold(name))).isEmpty();
  }
}
