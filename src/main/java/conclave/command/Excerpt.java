package conclave.command;

import java.util.Optional;

/** Which part of a log is asked for (IRCv3 chathistory §Subcommands). */
public sealed interface Excerpt {
  /**
   * A place in a log. A message is never itself a part of what comes after or before it; of a time,
   * all that happened then.
   */
  sealed interface Mark {
    /** A message, which may be none of this log. */
    record Message(String msgid) implements Mark {}

    /** Milliseconds since 1970, UTC. */
    record Time(long millis) implements Mark {}
  }

  /**
   * What is between two marks, or on one side of one. Two that stand the wrong way round mean the
   * same, read from the other end.
   *
   * @param isFromEnd the last ones count where there are too many, else the first
   */
  record Span(Optional<Mark> after, Optional<Mark> before, boolean isFromEnd) implements Excerpt {}

  /** What is on both sides of a mark, and at it. */
  record Around(Mark mark) implements Excerpt {}

  /** The last ones. */
  static Excerpt latest() {
    return new Span(Optional.empty(), Optional.empty(), true);
  }
}
