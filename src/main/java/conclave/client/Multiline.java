package conclave.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts messages of several lines together again (draft/multiline). Used by one thread. */
final class Multiline {
  private static final int MAX_OPEN = 100;
  private static final int MAX_LINES = 1_000;
  private static final String CONCAT = "draft/multiline-concat";

  private record Open(IrcLine first, List<IrcLine> lines) {}

  private final Map<String, Open> open = new HashMap<>();

  void reset() {
    open.clear();
  }

  /** The line, or the whole message whose last line it is; nothing while more is to come. */
  Optional<IrcLine> whole(IrcLine line) {
    String reference = line.param(0);
    if (line.command().equals("BATCH") && reference.startsWith("+")) {
      return begun(line, reference.substring(1)) ? Optional.empty() : Optional.of(line);
    }
    if (line.command().equals("BATCH") && reference.startsWith("-")) {
      Open ended = open.remove(reference.substring(1));
      return ended == null ? Optional.of(line) : joined(ended);
    }
    Open part = open.get(line.tags().getOrDefault("batch", ""));
    if (part == null) {
      return Optional.of(line);
    }
    if (part.lines().size() < MAX_LINES) {
      part.lines().add(line);
    }
    return Optional.empty();
  }

  private boolean begun(IrcLine line, String reference) {
    if (!line.param(1).equals("draft/multiline") || open.size() >= MAX_OPEN) {
      return false;
    }
    open.put(reference, new Open(line, new ArrayList<>()));
    return true;
  }

  /** As one line would have said it, which can't have a line end in it otherwise. */
  private static Optional<IrcLine> joined(Open message) {
    StringBuilder text = new StringBuilder();
    for (IrcLine line : message.lines()) {
      boolean goesOn = text.isEmpty() || line.tags().containsKey(CONCAT);
      text.append(goesOn ? "" : "\n").append(line.param(1));
    }
    return message.lines().stream()
        .findFirst()
        .map(
            part ->
                new IrcLine(
                    message.first().tags(),
                    message.first().source(),
                    part.command(),
                    List.of(message.first().param(2), text.toString())));
  }
}
