package conclave.client;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;

/**
 * The name of a machine, by which its session is found again and told from others.
 *
 * @param name 1 to 32 letters, digits, dots, underscores and hyphens of ASCII
 */
public record Device(String name) {
  private static final int LONGEST = 32;
  private static final String NAMELESS = "client";

  public Device {
    if (!name.matches("[A-Za-z0-9._-]{1," + LONGEST + "}")) {
      throw new IllegalArgumentException(
          "a device's name has 1 to "
              + LONGEST
              + " letters, digits, dots, underscores and hyphens, not \""
              + name
              + '"');
    }
  }

  /** This machine, by the name that it gives itself. */
  public static Device ofHost(Map<String, String> environment) {
    String host =
        environment.getOrDefault("HOSTNAME", environment.getOrDefault("COMPUTERNAME", ""));
    try {
      return cleaned(host.isEmpty() ? InetAddress.getLocalHost().getHostName() : host);
    } catch (UnknownHostException e) {
      return new Device(NAMELESS);
    }
  }

  /** The name, with a hyphen for whatever can't stand in one. */
  static Device cleaned(String host) {
    String clean = host.replaceAll("[^A-Za-z0-9._-]", "-");
    String name = clean.substring(0, Math.min(clean.length(), LONGEST));
    return new Device(name.isEmpty() ? NAMELESS : name);
  }
}
