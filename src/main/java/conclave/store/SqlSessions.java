package conclave.store;

import conclave.account.ResumeToken;
import conclave.account.Session;
import conclave.auth.SessionStore;
import conclave.name.AccountName;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sessions. Each change is a transaction of its own in the writer's order. */
final class SqlSessions implements SessionStore {
  private static final Logger LOG = LoggerFactory.getLogger(SqlSessions.class);

  /** How long the bookmarks of a session that nobody comes back to are kept. */
  private static final long BOOKMARK_DAYS = 90;

  private final Pool readers;
  private final WriterVerticle writer;
  private final SessionCodec codec;

  SqlSessions(Engine engine, Pool readers, WriterVerticle writer, Sealing sealing) {
    this.readers = readers;
    this.writer = writer;
    this.codec = new SessionCodec(engine, sealing);
  }

  /** A row that was altered logs nobody in: it is left out. */
  @Override
  public Future<List<Session>> of(AccountName account) {
    return readers
        .preparedQuery(Sql.SESSIONS_OF.text())
        .execute(Tuple.of(account.key()))
        .map(
            rows -> {
              List<Session> sessions = new ArrayList<>();
              for (Row row : rows) {
                try {
                  sessions.add(codec.session(account, row));
                } catch (Unreadable e) {
                  LOG.warn("a session of {} can't be read: {}", account, e.getMessage());
                }
              }
              return sessions;
            });
  }

  @Override
  public Future<Void> keep(Session session) {
    return writer.change(Sql.KEEP_SESSION, codec.row(session)).mapEmpty();
  }

  @Override
  public Future<Void> see(AccountName account, Set<Integer> numbers, long now, long until) {
    return each(
        Sql.SEE_SESSION,
        numbers.stream().map(n -> Tuple.of(now, until, account.key(), n)).toList());
  }

  @Override
  public Future<Void> setToken(AccountName account, int number, ResumeToken token) {
    return writer.change(Sql.SET_TOKEN, codec.row(account, number, token)).mapEmpty();
  }

  @Override
  public Future<Boolean> useToken(AccountName account, int number, long tokenId) {
    return writer
        .change(Sql.USE_TOKEN, Tuple.of(account.key(), number, tokenId))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Future<Void> end(AccountName account, Set<Integer> numbers) {
    return each(Sql.END_SESSION, numbers.stream().map(n -> Tuple.of(account.key(), n)).toList());
  }

  private Future<Void> each(Sql sql, List<Tuple> rows) {
    return rows.isEmpty()
        ? Future.succeededFuture()
        : writer
            .submit(
                new Write.Alone<>(
                    c -> c.preparedQuery(sql.text()).executeBatch(rows), done -> true))
            .mapEmpty();
  }

  @Override
  public Future<Void> expire(long now) {
    Tuple old = Tuple.of(now - TimeUnit.DAYS.toMillis(BOOKMARK_DAYS));
    return writer
        .change(Sql.EXPIRE_SESSIONS, Tuple.of(now))
        .compose(done -> writer.change(Sql.EXPIRE_BOOKMARKS, old))
        .mapEmpty();
  }
}
