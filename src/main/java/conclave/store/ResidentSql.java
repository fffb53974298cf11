package conclave.store;

/** All SQL of those who come back, as {@link Sql} is that of all else. */
enum ResidentSql {
  BOOKMARKS_OF("SELECT log, seq FROM bookmark WHERE account = $1 AND session = $2"),
  ADD_BOOKMARK("INSERT INTO bookmark (account, session, log, seq) VALUES ($1, $2, $3, $4)"),
  CLEAR_BOOKMARKS("DELETE FROM bookmark WHERE account = $1 AND session = $2"),
  WISH_OF("SELECT wish FROM resident WHERE account = $1"),
  SET_WISH(
      """
      INSERT INTO resident (account, wish) VALUES ($1, $2)
      ON CONFLICT (account) DO UPDATE SET wish = excluded.wish"""),
  SETTLE(
      """
      INSERT INTO resident (account, nick, username) VALUES ($1, $2, $3)
      ON CONFLICT (account) DO UPDATE SET nick = excluded.nick, username = excluded.username"""),
  UNSETTLE("UPDATE resident SET nick = NULL, username = NULL WHERE account = $1"),
  SETTLE_IN(
      """
      INSERT INTO resident_room (account, log)
      SELECT CAST($1 AS TEXT), id FROM place WHERE key = $2
      ON CONFLICT (account, log) DO NOTHING"""),
  RESIDENTS(
      """
      SELECT a.name, r.nick, r.username, r.wish FROM resident r JOIN account a ON a.key = r.account
      WHERE r.nick IS NOT NULL AND a.status = 0 ORDER BY r.account"""),
  RESIDENT_ROOMS(
      "SELECT r.account, p.key FROM resident_room r JOIN place p ON p.id = r.log ORDER BY r.account");

  private final String text;

  ResidentSql(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
