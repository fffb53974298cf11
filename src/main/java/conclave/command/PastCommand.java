package conclave.command;

import java.util.Optional;

/** What a person can ask about the past. */
public sealed interface PastCommand extends Command.OfPast {
  /** What was said last in a room, or with somebody. */
  record ReadHistory(Optional<String> target, Optional<Integer> count) implements PastCommand {}

  /** CHATHISTORY: a part of what was said in a room, or with somebody. */
  record ReadExcerpt(String verb, String target, Excerpt excerpt, int limit)
      implements PastCommand {}

  /**
   * CHATHISTORY TARGETS: where something was said last between two times.
   *
   * @param from milliseconds since 1970, UTC; later than {@code to} to begin with the latest
   */
  record ReadTargets(long from, long to, int limit) implements PastCommand {}

  /**
   * SEARCH: what was said like that.
   *
   * @param target nothing for everywhere
   */
  record SearchPast(Optional<String> target, Sought sought, Optional<Integer> limit)
      implements PastCommand {}

  /** The same, in the current room where none is named. */
  record SearchHere(Optional<String> target, Sought sought) implements PastCommand {}

  /** From now on the place in its log stands before each line, or no longer. */
  record ShowNumbers(boolean isOn) implements PastCommand {}

  /** Is the log of a room complete and unaltered? */
  record VerifyLog(Optional<String> room) implements PastCommand {}
}
