package conclave.bus;

import conclave.account.Fingerprint;
import conclave.command.User;
import java.util.List;
import java.util.Optional;

/**
 * Who is on a node now.
 *
 * @param number rises by one with each of them that a node sends; 0 in what was asked for
 * @param isAll is that everybody? Else it is what has changed
 * @param upTo for all: the number of the last change that it has in it
 */
public record PresenceNews(
    String node, long number, boolean isAll, long upTo, List<Bearer> bearers) {
  public PresenceNews {
    bearers = List.copyOf(bearers);
  }

  /**
   * Who bears a nick there.
   *
   * @param key the nick's
   * @param present nothing where nobody does
   */
  public record Bearer(String key, Optional<Present> present) {}

  /**
   * A user as it is on one node.
   *
   * @param links its connections there; none where it is absent
   * @param isResident does it stay when it has none?
   * @param spoke when it last said something, milliseconds since 1970, UTC
   * @param changes how often it has changed what it says of itself
   */
  public record Present(User user, List<Link> links, boolean isResident, long spoke, long changes) {
    public Present {
      links = List.copyOf(links);
    }
  }

  /** One connection: where from, how it was proved, and why nobody is there. */
  public record Link(String address, Optional<Fingerprint> certificate, Optional<String> away) {}
}
