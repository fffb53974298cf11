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
  LIVING(
      "SELECT id, joined, name FROM node WHERE buried = 0 AND seen > "
          + Clock.NOW
          + " - $1"
          + " ORDER BY id"),
  /** It lives no more, and is not dead until it was not heard of for longer. */
  LEAVE("UPDATE node SET seen = " + Clock.NOW + " - $2 WHERE id = $1"),
  DEAD("SELECT id FROM node WHERE buried = 0 AND seen < " + Clock.NOW + " - $1 ORDER BY id"),
  BURY("UPDATE node SET buried = 1 WHERE id = $1 AND buried = 0 AND seen < " + Clock.NOW + " - $2"),
  /** The last sequence that was given in each of these places. */
  HEADS("SELECT place, head_seq FROM chain WHERE place = ANY($1)"),
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
