package conclave.bus;

import java.util.List;

/**
 * A node wants to hear what happens in these rooms; for how long, it says again and again.
 *
 * @param node which
 * @param keys of the rooms
 */
public record Interest(String node, List<String> keys) {
  public Interest {
    keys = List.copyOf(keys);
  }
}
