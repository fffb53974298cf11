package conclave.room;

import java.util.List;

/**
 * The domain's no: a value, without text or numeric, that a dialect puts into words.
 *
 * @param about what it is about, in the order in which the dialects show it: a nick, a room, a
 *     command …
 */
public record Refusal(Reason reason, List<String> about) {
  public Refusal {
    about = List.copyOf(about);
  }

  public static Refusal of(Reason reason, String... about) {
    return new Refusal(reason, List.of(about));
  }
}
