package conclave.gateway;

import io.vertx.core.net.SocketAddress;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What counts as one peer: an IPv6 client's /64, within which it may change its address at will
 * (RFC 8981), or one IPv4 address.
 *
 * @param text in hex
 * @param address the whole of it, never with a colon first, so that it can stand in a line of IRC
 */
record AddressPrefix(String text, boolean isIpv4, String address) {
  private static final int BYTES_OF_64 = 8;

  static AddressPrefix of(SocketAddress peer) {
    try {
      // The address is a literal, so that nothing is looked up; an IPv4-mapped one becomes IPv4.
      InetAddress address = InetAddress.getByName(peer.hostAddress());
      boolean isIpv4 = address instanceof Inet4Address;
      byte[] bytes = address.getAddress();
      return new AddressPrefix(
          HexFormat.of().formatHex(isIpv4 ? bytes : Arrays.copyOf(bytes, BYTES_OF_64)),
          isIpv4,
          written(address));
    } catch (UnknownHostException notAnAddress) {
      return new AddressPrefix("unknown", false, "0");
    }
  }

  private static String written(InetAddress address) {
    String text = address.getHostAddress();
    int zone = text.indexOf('%');
    return zone < 0 ? text : text.substring(0, zone);
  }
}
