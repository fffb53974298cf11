package conclave.store;

import conclave.cluster.NodeTable;
import conclave.handler.Claims;
import conclave.handler.Users.Claim;
import conclave.name.Nick;
import conclave.name.Source;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Nicks in a table, and who bears them: whoever changes a nick's row holds it until that is done.
 */
final class SqlClaims implements Claims {
  private static final long AGAIN_MILLIS = 200;
  private static final int TRIES = 50;

  /** What a row says of a claim; nothing where the nick is about to be free. */
  private record Outcome(@Nullable Claim claim) {}

  private final Vertx vertx;
  private final Pool pool;
  private final IndexKey index;
  private final String node;
  private final UnaryOperator<String> look;

  /**
   * The claims of one node.
   *
   * @param look is the same for nicks that are easily taken for each other
   */
  SqlClaims(Vertx vertx, Pool pool, IndexKey index, String node, UnaryOperator<String> look) {
    this.vertx = vertx;
    this.pool = pool;
    this.index = index;
    this.node = node;
    this.look = look;
  }

  @Override
  public Future<Claim> take(Source user) {
    return take(user, TRIES);
  }

  private Future<Claim> take(Source user, int tries) {
    return pool.withTransaction(c -> claim(c, user))
        .compose(
            outcome -> {
              Claim claim = outcome.claim();
              if (claim != null) {
                return Future.succeededFuture(claim);
              }
              return tries == 1
                  ? Future.succeededFuture(Claim.TAKEN)
                  : later().compose(now -> take(user, tries - 1));
            });
  }

  private Future<Void> later() {
    Promise<Void> promise = Promise.promise();
    vertx.setTimer(AGAIN_MILLIS, id -> promise.complete());
    return promise.future();
  }

  private Future<Outcome> claim(SqlConnection c, Source user) {
    return add(c, user)
        .compose(
            isNew ->
                run(c, ClusterSql.HOLD_NICK, Tuple.of(tag(user)))
                    .compose(row -> claim(c, user, isNew, row)));
  }

  private String tag(Source user) {
    return index.tagOfNick(user.nick().key());
  }

  private @Nullable String tagOfAccount(Source user) {
    return user.account().map(account -> index.tagOfNick(account.key())).orElse(null);
  }

  /** An account's name is its user's, whatever others look like. */
  private String looks(Source user) {
    String tag = tag(user);
    return tag.equals(tagOfAccount(user)) ? tag : index.tagOfLook(look.apply(user.nick().text()));
  }

  /** False where the nick is in use, or one that looks like it. */
  private Future<Boolean> add(SqlConnection c, Source user) {
    return run(c, ClusterSql.ADD_NICK, Tuple.of(tag(user), looks(user), tagOfAccount(user)))
        .map(added -> added.rowCount() > 0);
  }

  private Future<Outcome> claim(SqlConnection c, Source user, boolean isNew, RowSet<Row> found) {
    if (!found.iterator().hasNext()) {
      // Another looks like it, or it was given up at this moment.
      return run(c, ClusterSql.FIND_LOOK, Tuple.of(looks(user)))
          .map(rows -> new Outcome(rows.size() > 0 ? Claim.TAKEN : null));
    }
    Row row = found.iterator().next();
    if (row.getInteger(1) != 0) {
      return Future.succeededFuture(new Outcome(null));
    }
    String account = tagOfAccount(user);
    boolean isSame = account != null && account.equals(row.getString(0));
    if (!isNew && !isSame) {
      return Future.succeededFuture(new Outcome(Claim.TAKEN));
    }
    return run(c, ClusterSql.ADD_BEARER, Tuple.of(tag(user), node))
        .map(new Outcome(isNew ? Claim.NEW : Claim.ATTACHED));
  }

  @Override
  public Future<Boolean> takeIfFree(Source user) {
    return pool.withTransaction(
        c -> add(c, user).compose(isNew -> isNew ? bear(c, user) : Future.succeededFuture(false)));
  }

  @Override
  public Future<Boolean> takeBack(Source user) {
    return pool.withTransaction(
        c ->
            add(c, user)
                .compose(isNew -> isNew ? Future.succeededFuture(true) : isLeftBehind(c, user))
                .compose(isFree -> isFree ? bear(c, user) : Future.succeededFuture(false)));
  }

  private Future<Boolean> bear(SqlConnection c, Source user) {
    return run(c, ClusterSql.ADD_BEARER, Tuple.of(tag(user), node)).map(true);
  }

  /**
   * Is it the user's own, on nodes alone that live no more? Where all have ended there is nobody
   * who would adopt the user. The dead stay written down until they are buried.
   */
  private Future<Boolean> isLeftBehind(SqlConnection c, Source user) {
    return run(c, ClusterSql.HOLD_NICK, Tuple.of(tag(user)))
        .compose(
            rows -> {
              if (!rows.iterator().hasNext()) {
                return Future.succeededFuture(false);
              }
              Row row = rows.iterator().next();
              boolean isOwn =
                  row.getInteger(1) == 0
                      && row.getString(0) != null
                      && row.getString(0).equals(tagOfAccount(user));
              return isOwn
                  ? run(c, ClusterSql.LIVING_BEARERS, Tuple.of(tag(user), NodeTable.LIVING_MILLIS))
                      .map(living -> living.iterator().next().getLong(0) == 0)
                  : Future.succeededFuture(false);
            });
  }

  @Override
  public Future<Boolean> isLast(Nick nick) {
    String tag = index.tagOfNick(nick.key());
    return pool.withTransaction(
        c ->
            run(c, ClusterSql.HOLD_NICK, Tuple.of(tag))
                .compose(held -> run(c, ClusterSql.OTHER_BEARERS, Tuple.of(tag, node)))
                .compose(
                    rows ->
                        rows.iterator().next().getLong(0) > 0
                            ? Future.succeededFuture(false)
                            : run(c, ClusterSql.LEAVE_NICK, Tuple.of(tag)).map(true)));
  }

  @Override
  public Future<Void> free(Nick nick) {
    String tag = index.tagOfNick(nick.key());
    return pool.withTransaction(
        c -> run(c, ClusterSql.HOLD_NICK, Tuple.of(tag)).compose(held -> drop(c, tag)));
  }

  private Future<Void> drop(SqlConnection c, String tag) {
    return run(c, ClusterSql.DROP_BEARER, Tuple.of(tag, node))
        .compose(dropped -> run(c, ClusterSql.DROP_NICK, Tuple.of(tag)))
        .mapEmpty();
  }

  private static Future<RowSet<Row>> run(SqlConnection c, ClusterSql sql, Tuple row) {
    return c.preparedQuery(sql.text()).execute(row);
  }
}
