package conclave.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address to listen on, written {@code [::]:6697} or {@code 127.0.0.1:6667}.
 *
 * @param host a literal address or a host name, without brackets
 * @param port 0 to 65535; 0 lets the system choose
 */
public record Endpoint(String host, int port) {
  private static final Pattern WRITTEN =
      Pattern.compile("(?:\\[([0-9a-fA-F:.]+)]|([A-Za-z0-9.-]{1,253})):([0-9]{1,5})");
  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!\\z)|\\z)){4}");
  private static final Pattern HOST_NAME =
      Pattern.compile("(?!.*\\.\\d+\\z|\\d+\\z)(?!-)[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})*");

  /**
   * The endpoint that is written so: a port always, an IPv6 address always in brackets. No name is
   * looked up.
   */
  public static Optional<Endpoint> parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > 65535) {
      return Optional.empty();
    }
    int port = Integer.parseInt(matcher.group(3));
    String ipv6 = matcher.group(1);
    if (ipv6 != null) {
      return isIpv6(ipv6) ? Optional.of(new Endpoint(ipv6, port)) : Optional.empty();
    }
    String host = matcher.group(2);
    return IPV4.matcher(host).matches() || HOST_NAME.matcher(host).matches()
        ? Optional.of(new Endpoint(host, port))
        : Optional.empty();
  }

  /** Is this an address that only this machine can reach? */
  public boolean isLoopback() {
    return host.equals("localhost")
        || host.equals("::1")
        || (host.startsWith("127.") && IPV4.matcher(host).matches());
  }

  private static boolean isIpv6(String host) {
    try {
      // in brackets it is taken as a literal or refused, never looked up
      InetAddress.getByName("[" + host + "]");
      return host.contains(":");
    } catch (UnknownHostException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
