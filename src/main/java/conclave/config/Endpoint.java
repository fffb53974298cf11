package conclave.config;

/**
 * An address to listen on, written {@code [::]:6697} or {@code 127.0.0.1:6667}.
 *
 * @param host a literal address or a host name, without brackets
 * @param port 0 to 65535; 0 lets the system choose
 */
public record Endpoint(String host, int port) {
  /** Is this an address that only this machine can reach? */
  public boolean isLoopback() {
    return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
