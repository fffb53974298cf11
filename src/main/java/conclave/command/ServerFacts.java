package conclave.command;

import java.util.List;

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
}
