package conclave.client;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which labelled line is answered to the end by what the server says (IRCv3 labeled-response): the
 * line with its label, or the end of the batch that bears it. Used by one thread.
 */
final class Answers {
  private static final int MAX_OPEN = 100;

  private final Map<String, String> batches = new HashMap<>();

  /** A new connection: batches of the old one will not go on. */
  void reset() {
    batches.clear();
  }

  /** The label of what this line is a part of the answer to. */
  Optional<String> labelOf(IrcLine line) {
    Map<String, String> tags = line.tags();
    return Optional.ofNullable(tags.get("label"))
        .or(() -> Optional.ofNullable(batches.get(tags.getOrDefault("batch", ""))));
  }

  /** The label of what is answered with this line; nothing for most lines. */
  Optional<String> endingWith(IrcLine line) {
    String reference = line.param(0);
    Optional<String> label = Optional.ofNullable(line.tags().get("label"));
    if (!line.command().equals("BATCH")) {
      return label;
    }
    if (reference.startsWith("-")) {
      return Optional.ofNullable(batches.remove(reference.substring(1)));
    }
    if (reference.startsWith("+") && batches.size() < MAX_OPEN) {
      label.ifPresent(whose -> batches.put(reference.substring(1), whose));
    }
    return Optional.empty();
  }
}
