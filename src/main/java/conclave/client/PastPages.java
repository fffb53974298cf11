package conclave.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pages of the past that were asked for, until each is complete. Used by one thread. */
final class PastPages {
  private static final int MAX_OPEN = 20;

  private record Page(String target, boolean isFound, List<Event.Said> said) {}

  private final Map<String, Page> open = new HashMap<>();

  void reset() {
    open.clear();
  }

  /** Whether the line begins such a page. */
  boolean begins(IrcLine line) {
    String label = line.tags().getOrDefault("label", "");
    boolean isFound = label.equals(Requests.FOUND);
    boolean isOurs = isFound || label.equals(Requests.EARLIER);
    if (!isOurs || !line.param(0).startsWith("+") || open.size() >= MAX_OPEN) {
      return false;
    }
    String target = isFound ? "" : line.param(2);
    open.put(line.param(0).substring(1), new Page(target, isFound, new ArrayList<>()));
    return true;
  }

  /** Whether the line is part of such a page. */
  boolean has(IrcLine line) {
    return open.containsKey(line.tags().getOrDefault("batch", ""));
  }

  void add(IrcLine line, Event.Said said) {
    Page page = open.get(line.tags().getOrDefault("batch", ""));
    if (page != null && page.said().size() < Requests.MAX_PAGE) {
      page.said().add(said);
    }
  }

  /** The page that this line ends. */
  Optional<Event> endedBy(IrcLine line) {
    return line.param(0).startsWith("-")
        ? Optional.ofNullable(open.remove(line.param(0).substring(1)))
            .map(page -> new Event.Past(page.target(), page.said(), page.isFound()))
        : Optional.empty();
  }
}
