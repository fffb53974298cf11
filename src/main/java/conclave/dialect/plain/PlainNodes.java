package conclave.dialect.plain;

import conclave.command.NodeFacts;
import java.util.ArrayList;
import java.util.List;

/** How a node of the network reads. */
final class PlainNodes {
  private PlainNodes() {}

  /** One line; with what it owns, where that was asked for. */
  static String about(NodeFacts node, boolean isWhole) {
    String name = node.name() + (node.isHere() ? " (this one)" : "");
    String shards = node.shards().size() + (node.shards().size() == 1 ? " shard" : " shards");
    String owned = "owns " + shards + (node.epoch() > 0 ? ", epoch " + node.epoch() : "");
    String what = isWhole ? owned + ": " + ranges(node.shards()) : owned;
    return node.isSilent()
        ? name + " does not answer, " + what
        : name + " since " + PlainText.day(node.since()) + ", " + node.users() + " users, " + what;
  }

  /** {@code 0-3 7 9-12}. */
  private static String ranges(List<Integer> numbers) {
    List<String> ranges = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= numbers.size(); i++) {
      if (i == numbers.size() || numbers.get(i) != numbers.get(i - 1) + 1) {
        int last = numbers.get(i - 1);
        ranges.add(i - start == 1 ? "" + last : numbers.get(start) + "-" + last);
        start = i;
      }
    }
    return String.join(" ", ranges);
  }
}
