package conclave.store;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All SQL of messages that may come again, as {@link Sql} is that of all else. */
enum SentSql {
  ADD("INSERT INTO sent (tag, place, seq, time) VALUES ($1, $2, $3, $4)"),
  /** The oldest that are too old, but not many at once. */
  FORGET(
      """
      DELETE FROM sent WHERE tag IN (
      SELECT s.tag FROM sent s WHERE s.time < $1 ORDER BY s.time LIMIT $2)"""),
  FIND(Texts.FIND + "s.tag = $1"),
  FIND_SOME(Texts.FIND + "s.tag IN (" + Texts.tags() + ")");

  /** So many tags {@link #FIND_SOME} takes, some of them maybe more than once. */
  static final int SOME = 100;

  private final String text;

  SentSql(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** What several of them have in common. */
  private static final class Texts {
    /** The event is there, or its place in the log alone. */
    static final String FIND =
        """
        SELECT e.place, e.seq, e.time, e.kind, e.body,
        CASE WHEN e.binding = 0 THEN (SELECT q.first_key FROM place q WHERE q.id = e.place) END,
        s.tag
        FROM sent s LEFT JOIN event e ON e.place = s.place AND e.seq = s.seq AND e.kind < 200
        WHERE\s""";

    static String tags() {
      return IntStream.rangeClosed(1, SOME)
          .mapToObj(i -> "$" + i)
          .collect(Collectors.joining(", "));
    }
  }
}
