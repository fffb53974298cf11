package conclave.client;

/**
 * Where a server is, and as whom to go there.
 *
 * @param user the account; empty if not said
 * @param host a name or an address, IPv6 without brackets
 */
public record ServerAddress(String user, String host, int port) {
  public static final int DEFAULT_PORT = 6697;

  public ServerAddress {
    if (user.startsWith(":") || user.chars().anyMatch(c -> c <= ' ' || c == 0x7f)) {
      throw new IllegalArgumentException("\"" + user + "\" is no user name");
    }
  }

  /**
   * Reads {@code [USER@]HOST[:PORT]}; an IPv6 address stands in brackets, or alone without a port.
   *
   * @throws IllegalArgumentException saying what is wrong, for people
   */
  public static ServerAddress parse(String text) {
    int at = text.lastIndexOf('@');
    String user = at < 0 ? "" : text.substring(0, at);
    String place = text.substring(at + 1);
    if (at == 0) {
      throw new IllegalArgumentException("the user name before @ is missing in \"" + text + '"');
    }
    if (place.startsWith("[")) {
      int end = place.indexOf(']');
      if (end < 0) {
        throw new IllegalArgumentException("the closing ] is missing in \"" + text + '"');
      }
      return new ServerAddress(user, host(place.substring(1, end)), port(place.substring(end + 1)));
    }
    int colon = place.indexOf(':');
    if (colon < 0 || place.indexOf(':', colon + 1) >= 0) { // none, or a bare IPv6 address
      return new ServerAddress(user, host(place), DEFAULT_PORT);
    }
    return new ServerAddress(user, host(place.substring(0, colon)), port(place.substring(colon)));
  }

  /**
   * The same server for this user.
   *
   * @throws IllegalArgumentException saying what is wrong with the name, for people
   */
  public ServerAddress as(String account) {
    return new ServerAddress(account, host, port);
  }

  /** Host and port, as they may be typed. */
  @Override
  public String toString() {
    return (host.indexOf(':') < 0 ? host : '[' + host + ']') + ':' + port;
  }

  private static String host(String host) {
    if (host.isEmpty() || host.chars().anyMatch(c -> c <= ' ' || c == '/' || c == 0x7f)) {
      throw new IllegalArgumentException(
          "\"" + host + "\" is no host: give a name, an IPv4 address or [an IPv6 address]");
    }
    return host;
  }

  private static int port(String colonAndPort) {
    if (colonAndPort.isEmpty()) {
      return DEFAULT_PORT;
    }
    String digits = colonAndPort.substring(1);
    if (colonAndPort.charAt(0) == ':' && digits.matches("[0-9]{1,5}")) {
      int port = Integer.parseInt(digits);
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    }
    throw new IllegalArgumentException(
        "\"" + colonAndPort + "\" is no port: give :1 to :65535 after the host");
  }
}
