package conclave.room;

import conclave.name.LooseFold;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What somebody looks for in what was said: all of these words, each anywhere in it, in any case.
 *
 * @param words folded
 */
public record SearchWords(List<String> words) {
  /** No word: all that was said has those. */
  public static final SearchWords NONE = new SearchWords(List.of());

  /** Characters of all words together: nobody needs more, and each message is gone through. */
  public static final int MAX = 200;

  private static final String CTCP = "\u0001";
  private static final String ACTION = CTCP + "ACTION ";

  public SearchWords {
    words = List.copyOf(words);
  }

  /** The words of a text; nothing where it has none, or more than anybody may look for. */
  public static Optional<SearchWords> parse(String text) {
    if (text.length() > MAX) {
      return Optional.empty();
    }
    List<String> words =
        Arrays.stream(LooseFold.fold(text).split("\\s+"))
            .filter(word -> !word.isEmpty())
            .distinct()
            .toList();
    return Optional.of(new SearchWords(words)).filter(found -> !words.isEmpty());
  }

  /** Has this message all of them? What programs say to programs has none. */
  public boolean areIn(String message) {
    String text = message.startsWith(ACTION) ? message.substring(ACTION.length()) : message;
    if (text.startsWith(CTCP)) {
      return false;
    }
    // A carriage return joins what was sent as two lines, and is one.
    String folded = LooseFold.fold(Formatting.strip(text).replace("\r", ""));
    return words.stream().allMatch(folded::contains);
  }
}
