package conclave.store;

/** All SQL of the chains, as {@link Sql} is that of all else. */
enum ChainSql {
  /** A chain that begins, or begins anew. */
  BEGIN(
      """
      INSERT INTO chain (place, start_seq, start_link, start_seal,
        kept_seq, kept_link, head_seq, flaw, head_seal)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      ON CONFLICT (place) DO UPDATE SET start_seq = excluded.start_seq,
        start_link = excluded.start_link, start_seal = excluded.start_seal,
        kept_seq = excluded.kept_seq, kept_link = excluded.kept_link,
        head_seq = excluded.head_seq, flaw = excluded.flaw, head_seal = excluded.head_seal"""),
  MOVE_HEAD(
      """
      UPDATE chain SET kept_seq = $1, kept_link = $2, head_seq = $3, flaw = $4, head_seal = $5
      WHERE place = $6"""),
  HEAD("SELECT kept_seq, kept_link, head_seq, flaw, head_seal FROM chain WHERE place = $1"),
  /** A chain as it is held against its log: in one statement, so that both are of one moment. */
  ENDS(
      """
      SELECT c.kept_seq, c.kept_link, c.head_seq, c.flaw, c.head_seal,
      c.start_seq, c.start_link, c.start_seal,
      (SELECT MAX(e.seq) FROM event e WHERE e.place = p.id)
      FROM place p LEFT JOIN chain c ON c.place = p.id WHERE p.id = $1"""),
  EVENTS(
      """
      SELECT e.seq, e.time, e.kind, e.body, e.link,
      CASE WHEN e.binding = 0 THEN (SELECT q.first_key FROM place q WHERE q.id = e.place) END
      FROM event e WHERE e.place = $1 AND e.seq > $2 AND e.seq <= $3 ORDER BY e.seq LIMIT $4"""),
  /** What can be taken back of a place. */
  MESSAGE(
      """
      SELECT e.seq, e.time, e.kind, e.body, e.link,
      CASE WHEN e.binding = 0 THEN (SELECT q.first_key FROM place q WHERE q.id = e.place) END
      FROM event e WHERE e.place = $1 AND e.seq = $2
      AND e.kind IN (4, 10, 24, 25, 101, 102, 103, 104, 105)"""),
  /** What was taken back is not kept, but its link is, and 200 stands for it. */
  ERASE("UPDATE event SET kind = 200, body = $1, binding = 1 WHERE place = $2 AND seq = $3"),
  PLACES("SELECT id, key FROM place WHERE id > $1 ORDER BY id LIMIT $2"),
  /** With the last sequence of each. */
  LENGTHS(
      """
      SELECT p.id, (SELECT MAX(e.seq) FROM event e WHERE e.place = p.id)
      FROM place p WHERE p.id > $1 ORDER BY p.id LIMIT $2"""),
  /** The first and last sequence of each place, and the time of the first. */
  SPANS(
      """
      SELECT p.id, (SELECT MIN(e.seq) FROM event e WHERE e.place = p.id),
      (SELECT MAX(e.seq) FROM event e WHERE e.place = p.id),
      (SELECT e.time FROM event e WHERE e.place = p.id ORDER BY e.seq LIMIT 1)
      FROM place p WHERE p.id > $1 ORDER BY p.id LIMIT $2"""),
  START("SELECT start_seq, start_link, start_seal FROM chain WHERE place = $1"),
  /** The last of the first few, as far as they may go. */
  LAST_OF_OLDEST(
      """
      SELECT o.seq, o.link FROM (
        SELECT e.seq, e.link FROM event e WHERE e.place = $1 AND e.seq <= $2
        ORDER BY e.seq LIMIT $3) AS o
      ORDER BY o.seq DESC LIMIT 1"""),
  BEHIND_SO_MANY("SELECT seq FROM event WHERE place = $1 ORDER BY seq DESC LIMIT 1 OFFSET $2"),
  REMOVE_UP_TO("DELETE FROM event WHERE place = $1 AND seq <= $2"),
  MOVE_START("UPDATE chain SET start_seq = $1, start_link = $2, start_seal = $3 WHERE place = $4"),
  WITHOUT_PLACE(
      """
      SELECT c.place, c.head_seq FROM chain c
      WHERE c.place > $1 AND NOT EXISTS (SELECT 1 FROM place p WHERE p.id = c.place)
      ORDER BY c.place LIMIT $2""");

  private final String text;

  ChainSql(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
