package conclave.gateway;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What counts as one peer: an IPv6 client's /64, within which it may change its address at will
 * (RFC 8981), or one IPv4 address.
 *
 * @param text in hex
 * @param address the whole address, as RFC 5952 writes it
 */
public record AddressPrefix(String text, boolean isIpv4, String address) {
  private static final String UNKNOWN = "unknown";
  private static final String CONSOLE = "console";
  private static final int BYTES_OF_64 = 8;
  private static final int BITS_PER_DIGIT = 4;

  static AddressPrefix of(NetSocket socket) {
    // A PROXY header may say what it likes of both addresses, even that they are domain sockets.
    if (socket.localAddress(true).isDomainSocket()) {
      return new AddressPrefix(CONSOLE, false, CONSOLE);
    }
    return of(socket.remoteAddress(), socket.remoteAddress(true));
  }

  static AddressPrefix of(HttpConnection connection) {
    return of(connection.remoteAddress(), connection.remoteAddress(true));
  }

  private static AddressPrefix of(SocketAddress said, SocketAddress real) {
    return of(said.isInetSocket() ? said : real);
  }

  public static AddressPrefix of(SocketAddress peer) {
    if (peer.hostAddress() == null) { // for which Java would take this machine's own
      return new AddressPrefix(UNKNOWN, false, UNKNOWN);
    }
    try {
      // The address is a literal, so that nothing is looked up; an IPv4-mapped one becomes IPv4.
      InetAddress address = InetAddress.getByName(peer.hostAddress());
      byte[] bytes = address.getAddress();
      return address instanceof Inet4Address
          ? new AddressPrefix(HexFormat.of().formatHex(bytes), true, address.getHostAddress())
          : new AddressPrefix(
              HexFormat.of().formatHex(Arrays.copyOf(bytes, BYTES_OF_64)), false, shortest(bytes));
    } catch (UnknownHostException notAnAddress) {
      return new AddressPrefix(UNKNOWN, false, UNKNOWN);
    }
  }

  /**
   * The networks around the address, the narrowest first, each with its length: /64, /56 and /48 of
   * IPv6, /32, /24 and /16 of IPv4. An address that is none is a network of its own.
   */
  public List<String> prefixes() {
    if (text.equals(UNKNOWN) || isConsole()) {
      return List.of(text);
    }
    return isIpv4 ? cut("4/", 32, 24, 16) : cut("6/", 64, 56, 48);
  }

  /** {@code ipv6}, {@code ipv4}, or {@code local} for what has no address. */
  String family() {
    if (text.equals(UNKNOWN) || isConsole()) {
      return "local";
    }
    return isIpv4 ? "ipv4" : "ipv6";
  }

  /** Does it come from this machine, through the socket that its operator alone may open? */
  boolean isConsole() {
    return text.equals(CONSOLE);
  }

  private List<String> cut(String family, int... lengths) {
    return IntStream.of(lengths)
        .mapToObj(bits -> family + bits + ":" + text.substring(0, bits / BITS_PER_DIGIT))
        .toList();
  }

  /** RFC 5952 §4: no leading zeros, and {@code ::} for the first longest run of zero groups. */
  private static String shortest(byte[] bytes) {
    int[] groups =
        IntStream.range(0, bytes.length / 2)
            .map(i -> ((bytes[2 * i] & 0xff) << 8) | (bytes[2 * i + 1] & 0xff))
            .toArray();
    int start = 0;
    int longest = 1; // one group alone is written out
    for (int i = 0; i < groups.length; i++) {
      int end = i;
      while (end < groups.length && groups[end] == 0) {
        end++;
      }
      if (end - i > longest) {
        start = i;
        longest = end - i;
      }
    }
    return longest == 1
        ? hex(groups, 0, groups.length)
        : hex(groups, 0, start) + "::" + hex(groups, start + longest, groups.length);
  }

  private static String hex(int[] groups, int from, int to) {
    return String.join(
        ":", IntStream.range(from, to).mapToObj(i -> Integer.toHexString(groups[i])).toList());
  }
}
