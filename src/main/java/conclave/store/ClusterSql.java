package conclave.store;

/** All SQL of what several nodes share: for PostgreSQL alone. */
enum ClusterSql {
  /** Waits for what owners before have under way, and lets them begin nothing more. */
  TAKE_SHARDS(
      """
      INSERT INTO shard (id, epoch, owner)
      SELECT s, 1, $2 FROM unnest($1::INTEGER[]) AS s ORDER BY s
      ON CONFLICT (id) DO UPDATE SET epoch = shard.epoch + 1, owner = excluded.owner
      RETURNING id, epoch"""),
  TAKEN("SELECT id FROM shard WHERE id = ANY($1) AND owner <> $2"),
  SHARES("SELECT owner, epoch, id FROM shard ORDER BY owner, id"),
  /** Holds them as they are until the transaction ends. */
  HOLD_SHARDS("SELECT id, epoch FROM shard WHERE id = ANY($1) ORDER BY id FOR SHARE"),
  KEEP_MEMBER(
      """
      INSERT INTO member (place, nick, body) VALUES ($1, $2, $3)
      ON CONFLICT (place, nick) DO UPDATE SET body = excluded.body"""),
  DROP_MEMBER("DELETE FROM member WHERE place = $1 AND nick = $2"),
  /** Where no node is, nobody is in any room. */
  FORGET_MEMBERS("DELETE FROM member"),
  MEMBERS("SELECT nick, body FROM member WHERE place = $1"),
  /** Who comes first writes its row, and who was buried stays so. */
  BEAT(
      "INSERT INTO node (id, joined, name, seen) VALUES ($1, $2, $3, "
          + Clock.NOW
          + ") "
          + "ON CONFLICT (id) DO UPDATE SET seen = excluded.seen RETURNING buried"),
  /** Those that live, and those that are dead and whose users have come back or are gone. */
  NODES(
      "SELECT id, joined, name, buried FROM node WHERE"
          + " (buried = 1 AND id NOT IN (SELECT b.node FROM bearer b))"
          + " OR (buried = 0 AND seen > "
          + Clock.NOW
          + " - $1) ORDER BY id"),
  LIVING_NAMES(
      "SELECT name FROM node WHERE buried = 0 AND seen > " + Clock.NOW + " - $1 ORDER BY name"),
  /** It lives no more, and is not dead until it was not heard of for longer. */
  LEAVE("UPDATE node SET seen = " + Clock.NOW + " - $2 WHERE id = $1"),
  BURY("UPDATE node SET buried = 1 WHERE buried = 0 AND seen < " + Clock.NOW + " - $1"),
  FORGET_NODES(
      "DELETE FROM node WHERE buried = 1 AND seen < "
          + Clock.NOW
          + " - 86400000"
          + " AND id NOT IN (SELECT b.node FROM bearer b)"),
  GRAVES(
      """
      SELECT DISTINCT b.node FROM bearer b
      WHERE b.node NOT IN (SELECT n.id FROM node n WHERE n.buried = 0) ORDER BY b.node"""),
  ADOPT("UPDATE bearer SET node = $1 WHERE nick = $2 AND node = $3"),
  ORPHANS(
      """
      SELECT p.key, m.place, m.nick, m.body FROM member m JOIN place p ON p.id = m.place
      WHERE NOT EXISTS (
        SELECT 1 FROM bearer b JOIN node n ON n.id = b.node
        WHERE b.nick = m.nick AND n.buried = 0)"""),
  DROP_BEARERS("DELETE FROM bearer WHERE node = $1"),
  DROP_NICKS("DELETE FROM nick WHERE tag NOT IN (SELECT b.nick FROM bearer b)"),
  ADD_NICK("INSERT INTO nick (tag, look, account) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"),
  FIND_LOOK("SELECT tag FROM nick WHERE look = $1"),
  HOLD_NICK("SELECT account, leaving FROM nick WHERE tag = $1 FOR UPDATE"),
  ADD_BEARER("INSERT INTO bearer (nick, node) VALUES ($1, $2) ON CONFLICT DO NOTHING"),
  OTHER_BEARERS("SELECT COUNT(*) FROM bearer WHERE nick = $1 AND node <> $2"),
  LIVING_BEARERS(
      "SELECT COUNT(*) FROM bearer b JOIN node n ON n.id = b.node"
          + " WHERE b.nick = $1 AND n.buried = 0 AND n.seen > "
          + Clock.NOW
          + " - $2"),
  LEAVE_NICK("UPDATE nick SET leaving = 1 WHERE tag = $1"),
  DROP_BEARER("DELETE FROM bearer WHERE nick = $1 AND node = $2"),
  DROP_NICK("DELETE FROM nick WHERE tag = $1 AND tag NOT IN (SELECT b.nick FROM bearer b)"),
  /** The last sequence that the log of each of these places has; given may be many more. */
  HEADS("SELECT place, kept_seq FROM chain WHERE place = ANY($1)"),
  /** Times have no index: of each conversation its end is looked at, and at most so much of it. */
  TALKS(
      """
      SELECT t.place, (
        SELECT MIN(e.seq) FROM event e
        WHERE e.place = t.place AND e.seq > l.kept_seq - 1000 AND e.time > $2) - 1, l.kept_seq
      FROM (SELECT DISTINCT c.place FROM conversation c WHERE c.account = ANY($1)) t
      JOIN chain l ON l.place = t.place
      JOIN event h ON h.place = t.place AND h.seq = l.kept_seq
      WHERE h.time > $2 ORDER BY h.time DESC LIMIT 2000"""),
  INHABITED("SELECT key FROM place WHERE id IN (SELECT place FROM member)");

  /** Milliseconds since 1970 by the clock of the database, as it goes on in a transaction. */
  private static final class Clock {
    private static final String NOW =
        "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";
  }

  private final String text;

  ClusterSql(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
