package conclave.store;

/**
 * All SQL of the server, one text for SQLite and PostgreSQL. SQLite numbers {@code $n} by first
 * appearance, so placeholders rise from {@code $1} and stand once each; a test holds them to it.
 */
enum Sql {
  /** A place that exists keeps its state where no other is given, and its key. */
  KEEP_PLACE(
      """
      INSERT INTO place (id, key, state, binding) VALUES ($1, $2, $3, 1)
      ON CONFLICT (id) DO UPDATE SET state = COALESCE(excluded.state, place.state),
      binding = CASE WHEN excluded.state IS NULL THEN place.binding ELSE 1 END
      WHERE place.key = excluded.key\
      """),
  ADD_EVENT(
      """
      INSERT INTO event (place, seq, time, kind, body, link, binding)
      VALUES ($1, $2, $3, $4, $5, $6, 1)\
      """),
  RENAME_PLACE("UPDATE place SET key = $1 WHERE id = $2"),
  LOAD_PLACE(
      """
      SELECT p.id, p.state, COALESCE((SELECT MAX(e.seq) FROM event e WHERE e.place = p.id), 0),
      CASE WHEN p.binding = 0 THEN p.first_key END, COALESCE(c.head_seq, 0)
      FROM place p LEFT JOIN chain c ON c.place = p.id WHERE p.key = $1\
      """),
  LAST_TIME("SELECT time FROM event WHERE place = $1 ORDER BY seq DESC LIMIT 1"),
  /** By way of each place's last: times have no index. */
  NEWEST_TIME(
      """
      SELECT MAX(l.time) FROM (
        SELECT (SELECT e.time FROM event e WHERE e.place = p.id ORDER BY e.seq DESC LIMIT 1) AS time
        FROM place p) AS l"""),
  /** What was said to everybody (4, 10), and to some, up to the kind that the reader may see. */
  MESSAGES(
      """
      SELECT e.place, e.seq, e.time, e.kind, e.body,
      CASE WHEN e.binding = 0 THEN (SELECT q.first_key FROM place q WHERE q.id = e.place) END
      FROM event e
      WHERE e.place = (SELECT p.id FROM place p WHERE p.key = $1)
      AND e.seq < $2 AND e.kind IN (4, 10, 101, 102, 103, 104, 105) AND e.kind <= $3
      ORDER BY e.seq DESC LIMIT $4\
      """),
  FIND_PLACE("SELECT id FROM place WHERE key = $1"),
  MESSAGES_UP(Excerpts.MESSAGES + "ORDER BY e.seq LIMIT $5"),
  MESSAGES_DOWN(Excerpts.MESSAGES + "ORDER BY e.seq DESC LIMIT $5"),
  EVENTS_UP(Excerpts.EVENTS + "ORDER BY e.seq LIMIT $5"),
  EVENTS_DOWN(Excerpts.EVENTS + "ORDER BY e.seq DESC LIMIT $5"),
  /** The time of events never falls, so that halving finds the first that is not before one. */
  FIRST_SINCE(
      """
      WITH RECURSIVE asked(place, time) AS (
        SELECT CAST($1 AS BIGINT), CAST($2 AS BIGINT)),
      search(low, high) AS (
        SELECT COALESCE((SELECT MIN(e.seq) FROM event e WHERE e.place = asked.place), 1),
          COALESCE((SELECT MAX(e.seq) FROM event e WHERE e.place = asked.place), 0) + 1
        FROM asked
        UNION ALL
        SELECT
          CASE WHEN (SELECT e.time FROM event e
              WHERE e.place = asked.place AND e.seq >= (search.low + search.high) / 2
              ORDER BY e.seq LIMIT 1) < asked.time
            THEN (search.low + search.high) / 2 + 1 ELSE search.low END,
          CASE WHEN (SELECT e.time FROM event e
              WHERE e.place = asked.place AND e.seq >= (search.low + search.high) / 2
              ORDER BY e.seq LIMIT 1) < asked.time
            THEN search.high ELSE (search.low + search.high) / 2 END
        FROM search, asked WHERE search.low < search.high)
      SELECT MAX(low) FROM search"""),
  LATEST_MESSAGE(
      """
      SELECT e.time FROM event e
      WHERE e.place = (SELECT p.id FROM place p WHERE p.key = $1)
      AND e.kind IN (4, 10, 101, 102, 103, 104, 105) AND e.kind <= $2
      ORDER BY e.seq DESC LIMIT 1"""),
  ADD_CONVERSATION(
      """
      INSERT INTO conversation (account, other, place) VALUES ($1, $2, $3)
      ON CONFLICT (account, other) DO NOTHING"""),
  /** The last message of a conversation is its last event that is one. */
  CONVERSATIONS_OF(
      """
      SELECT COALESCE(a.name, c.other), c.place, e.seq, e.time
      FROM conversation c LEFT JOIN account a ON a.key = c.other
      JOIN event e ON e.place = c.place AND e.seq = (
        SELECT MAX(m.seq) FROM event m
        WHERE m.place = c.place AND m.kind IN (4, 10, 101, 102, 103, 104, 105))
      WHERE c.account = $1 AND e.time > $2 AND e.time < $3"""),
  FIND_ACCOUNT(
      """
      SELECT key, name, salt, iterations, stored_key, server_key, role, status, created
      FROM account WHERE key = $1"""),
  ALL_ACCOUNTS(
      """
      SELECT key, name, salt, iterations, stored_key, server_key, role, status, created
      FROM account ORDER BY key LIMIT $1"""),
  FIND_LOOKALIKE(
      "SELECT name FROM account WHERE key = $1 OR skeleton = $2 ORDER BY created LIMIT 1"),
  COUNT_ACCOUNTS("SELECT COUNT(*) FROM account"),
  ADD_ACCOUNT(
      """
      INSERT INTO account
      (key, name, salt, iterations, stored_key, server_key, role, created, skeleton)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (key) DO NOTHING"""),
  CHANGE_VERIFIER(
      """
      UPDATE account SET salt = $1, iterations = $2, stored_key = $3, server_key = $4
      WHERE key = $5"""),
  RAISE_VERIFIER(
      """
      UPDATE account SET salt = $1, iterations = $2, stored_key = $3, server_key = $4
      WHERE key = $5 AND iterations < $6"""),
  CHANGE_ROLE("UPDATE account SET role = $1 WHERE key = $2 AND status < 2"),
  CHANGE_STATUS("UPDATE account SET status = $1 WHERE key = $2 AND status < 2"),
  COUNT_ADMINS("SELECT COUNT(*) FROM account WHERE role = 2 AND status = 0"),
  ADD_CODE("INSERT INTO log_in_code (code_hash, account, expires) VALUES ($1, $2, $3)"),
  USE_CODE(
      """
      DELETE FROM log_in_code WHERE code_hash = $1 AND account = $2 AND expires > $3"""),
  EXPIRE_CODES("DELETE FROM log_in_code WHERE expires <= $1"),
  EXPIRE_INVITATIONS("DELETE FROM invitation WHERE expires <= $1"),
  SESSIONS_OF(
      """
      SELECT number, created, seen, expires, body, token_id, token
      FROM session WHERE account = $1 ORDER BY number"""),
  /** A session that is there keeps its token, which may have been used up meanwhile. */
  KEEP_SESSION(
      """
      INSERT INTO session (account, number, created, seen, expires, body, token_id, token)
      VALUES ($1, $2, $3, $4, $5, $6, 0, NULL)
      ON CONFLICT (account, number) DO UPDATE
      SET seen = excluded.seen, expires = excluded.expires, body = excluded.body"""),
  SEE_SESSION("UPDATE session SET seen = $1, expires = $2 WHERE account = $3 AND number = $4"),
  SET_TOKEN(
      """
      UPDATE session SET token_id = $1, token = $2, expires = $3
      WHERE account = $4 AND number = $5"""),
  USE_TOKEN(
      """
      UPDATE session SET token = NULL, token_id = 0
      WHERE account = $1 AND number = $2 AND token_id = $3"""),
  END_SESSION("DELETE FROM session WHERE account = $1 AND number = $2"),
  EXPIRE_SESSIONS("DELETE FROM session WHERE expires <= $1"),
  PAGE_OF_SESSIONS(
      """
      SELECT account, number, body, token_id, token FROM session
      WHERE (account, number) > ($1, $2) ORDER BY account, number LIMIT $3"""),
  RESEAL_SESSION("UPDATE session SET body = $1, token = $2 WHERE account = $3 AND number = $4"),
  OWNER_OF_CERTIFICATE(
      """
      SELECT a.name FROM certificate c JOIN account a ON a.key = c.account WHERE c.tag = $1"""),
  CERTIFICATES_OF("SELECT tag, body FROM certificate WHERE account = $1 ORDER BY created, tag"),
  ADD_CERTIFICATE(
      """
      INSERT INTO certificate (tag, account, created, body) VALUES ($1, $2, $3, $4)
      ON CONFLICT (tag) DO NOTHING"""),
  REMOVE_CERTIFICATE("DELETE FROM certificate WHERE tag = $1 AND account = $2"),
  FORGET_CERTIFICATES("DELETE FROM certificate WHERE account = $1"),
  FORGET_SESSIONS("DELETE FROM session WHERE account = $1"),
  FORGET_CODES("DELETE FROM log_in_code WHERE account = $1"),
  PAGE_OF_CERTIFICATES(
      "SELECT tag, account, body FROM certificate WHERE tag > $1 ORDER BY tag LIMIT $2"),
  RESEAL_CERTIFICATE("UPDATE certificate SET body = $1 WHERE tag = $2"),
  ADD_INVITATION("INSERT INTO invitation (code_hash, makes_admin, expires) VALUES ($1, $2, $3)"),
  FIND_INVITATION(
      "SELECT makes_admin, expires FROM invitation WHERE code_hash = $1 AND expires > $2"),
  USE_INVITATION(
      "DELETE FROM invitation WHERE code_hash = $1 AND expires > $2 RETURNING makes_admin"),
  WITHDRAW_ADMIN_INVITATIONS("DELETE FROM invitation WHERE makes_admin = 1"),
  END_BANS("DELETE FROM server_ban WHERE expires <= $1"),
  ALL_BANS(
      "SELECT kind, mask, reason, set_by, set_at, expires FROM server_ban ORDER BY set_at, mask"),
  PUT_BAN(
      """
      INSERT INTO server_ban (kind, mask, reason, set_by, set_at, expires)
      VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (kind, mask) DO UPDATE SET
      reason = excluded.reason, set_by = excluded.set_by, set_at = excluded.set_at,
      expires = excluded.expires"""),
  REMOVE_BAN("DELETE FROM server_ban WHERE kind = $1 AND mask = $2"),
  /** 2: deleted. */
  COUNT_DELETED("SELECT COUNT(*) FROM account WHERE key = $1 AND status = 2"),
  METADATA_OF("SELECT key, value FROM metadata WHERE target = $1 ORDER BY key"),
  COUNT_OTHER_METADATA("SELECT COUNT(*) FROM metadata WHERE target = $1 AND key <> $2"),
  SET_METADATA(
      """
      INSERT INTO metadata (target, key, value) VALUES ($1, $2, $3)
      ON CONFLICT (target, key) DO UPDATE SET value = excluded.value"""),
  REMOVE_METADATA("DELETE FROM metadata WHERE target = $1 AND key = $2"),
  FORGET_METADATA("DELETE FROM metadata WHERE target = $1"),
  RENAME_METADATA("UPDATE metadata SET target = $1, value = $2 WHERE target = $3 AND key = $4"),
  PAGE_OF_METADATA(
      """
      SELECT target, key, value FROM metadata
      WHERE (target, key) > ($1, $2) ORDER BY target, key LIMIT $3"""),
  RESEAL_METADATA("UPDATE metadata SET value = $1 WHERE target = $2 AND key = $3"),
  READ_MARKER("SELECT time FROM read_marker WHERE account = $1 AND target = $2"),
  /** A marker never goes back. */
  MOVE_READ_MARKER(
      """
      UPDATE read_marker SET time = CASE WHEN time < $1 THEN $2 ELSE time END
      WHERE account = $3 AND target = $4 RETURNING time"""),
  ADVANCE_READ_MARKER(
      """
      INSERT INTO read_marker (account, target, time) VALUES ($1, $2, $3)
      ON CONFLICT (account, target) DO UPDATE SET time = excluded.time
      WHERE excluded.time > read_marker.time"""),
  COUNT_READ_MARKERS("SELECT COUNT(*) FROM read_marker WHERE account = $1"),
  /** All but the account's newest, the one that was set last among those. */
  TRIM_READ_MARKERS(
      """
      DELETE FROM read_marker WHERE account = $1 AND target <> $2 AND target IN (
      SELECT m.target FROM read_marker m WHERE m.account = $3 AND m.target <> $4
      ORDER BY m.time, m.target LIMIT $5)"""),
  UNMARK("DELETE FROM read_marker WHERE target = $1"),
  RENAME_MARKED("UPDATE read_marker SET target = $1 WHERE target = $2"),
  FORGET_READ_MARKERS("DELETE FROM read_marker WHERE account = $1"),
  FORGET_BOOKMARKS("DELETE FROM bookmark WHERE account = $1"),
  /** All of the sessions whose time, which has no log, is before then. */
  EXPIRE_BOOKMARKS(
      """
      DELETE FROM bookmark WHERE (account, session) IN (
        SELECT t.account, t.session FROM bookmark t WHERE t.log = 0 AND t.seq < $1)"""),
  LEAVE_ALL("DELETE FROM resident_room WHERE account = $1"),
  FORGET_RESIDENT("DELETE FROM resident WHERE account = $1"),
  FIND_META("SELECT content FROM meta WHERE name = $1"),
  ADD_META("INSERT INTO meta (name, content) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING"),
  CHANGE_META("UPDATE meta SET content = $1 WHERE name = $2"),
  PAGE_OF_PLACES(
      """
      SELECT id, CASE WHEN binding = 0 THEN first_key END, state
      FROM place WHERE id > $1 ORDER BY id LIMIT $2\
      """),
  RESEAL_PLACE("UPDATE place SET state = $1, binding = 1 WHERE id = $2"),
  PAGE_OF_ACCOUNTS(
      """
      SELECT key, salt, iterations, stored_key, server_key FROM account
      WHERE key > $1 ORDER BY key LIMIT $2\
      """),
  PAGE_OF_EVENTS(
      """
      SELECT e.place, e.seq, CASE WHEN e.binding = 0 THEN p.first_key END, e.time, e.kind, e.body
      FROM event e JOIN place p ON p.id = e.place
      WHERE (e.place, e.seq) > ($1, $2) ORDER BY e.place, e.seq LIMIT $3\
      """),
  RESEAL_EVENT("UPDATE event SET body = $1, binding = 1 WHERE place = $2 AND seq = $3"),
  /** With the time of a place's first event; only rooms have keys that are not folded. */
  PAGE_OF_KEYS(
      """
      SELECT p.id, p.key,
      COALESCE((SELECT e.time FROM event e WHERE e.place = p.id AND e.seq = 1), 0)
      FROM place p WHERE p.id > $1 ORDER BY p.id LIMIT $2"""),
  COUNT_CONTENT("SELECT (SELECT COUNT(*) FROM place) + (SELECT COUNT(*) FROM account)"),
  /** Reads a page of the database, so that it fails where the file or the server is gone. */
  PROBE("SELECT COUNT(*) FROM invitation WHERE makes_admin = 2");

  /** What is between two sequences of a place, up to the kind that the reader may see. */
  private static final class Excerpts {
    static final String EVENTS =
        """
        SELECT e.place, e.seq, e.time, e.kind, e.body,
        CASE WHEN e.binding = 0 THEN (SELECT q.first_key FROM place q WHERE q.id = e.place) END
        FROM event e
        WHERE e.place = $1 AND e.seq > $2 AND e.seq < $3 AND e.kind <= $4
        """;
    static final String MESSAGES = EVENTS + "AND e.kind IN (4, 10, 101, 102, 103, 104, 105)\n";
  }

  private final String text;

  Sql(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
