package conclave.store;

/**
 * All SQL of the server, one text for SQLite and PostgreSQL. SQLite numbers {@code $n} by first
 * appearance, so placeholders rise from {@code $1} and stand once each; a test holds them to it.
 */
enum Sql {
  /** A place that exists keeps its state where no other is given, and never changes its key. */
  KEEP_PLACE(
      """
      INSERT INTO place (id, key, state) VALUES ($1, $2, $3)
      ON CONFLICT (id) DO UPDATE SET state = COALESCE(excluded.state, place.state)
      WHERE place.key = excluded.key"""),
  ADD_EVENT("INSERT INTO event (place, seq, time, kind, body) VALUES ($1, $2, $3, $4, $5)"),
  LOAD_PLACE(
      """
      SELECT p.id, p.state, COALESCE((SELECT MAX(e.seq) FROM event e WHERE e.place = p.id), 0)
      FROM place p WHERE p.key = $1"""),
  /** What was said to everybody (4, 10), and to some, up to the kind that the reader may see. */
  MESSAGES(
      """
      SELECT e.place, e.seq, e.time, e.kind, e.body FROM event e
      WHERE e.place = (SELECT p.id FROM place p WHERE p.key = $1)
      AND e.seq < $2 AND e.kind IN (4, 10, 21, 22, 23, 24, 25) AND e.kind <= $3
      ORDER BY e.seq DESC LIMIT $4"""),
  FIND_ACCOUNT(
      """
      SELECT name, salt, iterations, stored_key, server_key, is_admin, created
      FROM account WHERE key = $1"""),
  FIND_LOOKALIKE("SELECT name FROM account WHERE skeleton = $1 ORDER BY created LIMIT 1"),
  COUNT_ACCOUNTS("SELECT COUNT(*) FROM account"),
  ADD_ACCOUNT(
      """
      INSERT INTO account
      (key, name, salt, iterations, stored_key, server_key, is_admin, created, skeleton)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (key) DO NOTHING"""),
  CHANGE_VERIFIER(
      """
      UPDATE account SET salt = $1, iterations = $2, stored_key = $3, server_key = $4
      WHERE key = $5"""),
  ADD_INVITATION("INSERT INTO invitation (code_hash, makes_admin, expires) VALUES ($1, $2, $3)"),
  USE_INVITATION(
      "DELETE FROM invitation WHERE code_hash = $1 AND expires > $2 RETURNING makes_admin"),
  WITHDRAW_ADMIN_INVITATIONS("DELETE FROM invitation WHERE makes_admin = 1"),
  FIND_META("SELECT content FROM meta WHERE name = $1"),
  ADD_META("INSERT INTO meta (name, content) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING"),
  CHANGE_META("UPDATE meta SET content = $1 WHERE name = $2"),
  PAGE_OF_PLACES("SELECT id, key, state FROM place WHERE id > $1 ORDER BY id LIMIT $2"),
  RESEAL_PLACE("UPDATE place SET state = $1 WHERE id = $2"),
  PAGE_OF_ACCOUNTS(
      """
      SELECT key, salt, iterations, stored_key, server_key FROM account
      WHERE key > $1 ORDER BY key LIMIT $2"""),
  PAGE_OF_EVENTS(
      """
      SELECT e.place, e.seq, p.key, e.time, e.kind, e.body
      FROM event e JOIN place p ON p.id = e.place
      WHERE (e.place, e.seq) > ($1, $2) ORDER BY e.place, e.seq LIMIT $3"""),
  RESEAL_EVENT("UPDATE event SET body = $1 WHERE place = $2 AND seq = $3"),
  COUNT_CONTENT("SELECT (SELECT COUNT(*) FROM place) + (SELECT COUNT(*) FROM account)"),
  /** Reads a page of the database, so that it fails where the file or the server is gone. */
  PROBE("SELECT COUNT(*) FROM invitation WHERE makes_admin = 2");

  private final String text;

  Sql(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
