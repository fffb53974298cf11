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
  INHABITED("SELECT key FROM place WHERE id IN (SELECT place FROM member)");

  private final String text;

  ClusterSql(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
