package conclave.account;

import java.util.List;

/**
 * Where a log-in comes from. Printed, it tells nothing of the address.
 *
 * @param connection the id of the connection
 * @param address as the audit log shows it
 * @param prefixes the networks around the address, the narrowest first: /64, /56 and /48 of IPv6,
 *     /32, /24 and /16 of IPv4; each with its length, such as {@code 6/64:20010db800010002}
 * @param client the language that it speaks: {@code irc}, {@code plain}, {@code web} or {@code
 *     console}
 */
public record Peer(String connection, String address, List<String> prefixes, String client) {
  public Peer {
    prefixes = List.copyOf(prefixes);
    if (prefixes.isEmpty()) {
      throw new IllegalArgumentException("a peer is somewhere");
    }
  }

  /** The network within which a peer may change its address at will. */
  public String narrowest() {
    return prefixes.get(0);
  }

  @Override
  public String toString() {
    return client + " " + connection;
  }
}
