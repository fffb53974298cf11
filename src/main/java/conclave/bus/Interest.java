package conclave.bus;

import java.util.List;

/**
 * A node wants to hear what happens in these rooms, or no longer.
 *
 * @param node which
 * @param keys of the rooms
 */
public record Interest(String node, List<String> keys, boolean isWanted) {
  public Interest {
    keys = List.copyOf(keys);
  }
}
