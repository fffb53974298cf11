package conclave.store;

import conclave.cluster.NodeTable;
import conclave.config.StoreConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a store is, looked at from beside: nothing of it is changed, and a server may use it
 * meanwhile.
 *
 * @param name where it is
 * @param schema the version of its tables, for people
 * @param pending changes of its tables that this release would make
 * @param isNewer has a later release changed its tables?
 * @param isWritable may it be written to?
 * @param newest the time of its newest event
 * @param bytes its size, where it is on this machine
 * @param others servers' connections to it, where that is known
 * @param nodes the names of those that live and share it
 */
public record Checkup(
    String name,
    String schema,
    int pending,
    boolean isNewer,
    boolean isWritable,
    Optional<Instant> newest,
    long bytes,
    long others,
    List<String> nodes) {
  public Checkup {
    nodes = List.copyOf(nodes);
  }

  /**
   * Looks at it.
   *
   * @return nothing where there is none yet; failed with {@link StoreUnavailable} where it can't be
   *     used, or the key is missing or another store's
   */
  public static Future<Optional<Checkup>> of(Vertx vertx, StoreConfig config, Path dataDir) {
    return vertx
        .executeBlocking(() -> Engine.of(config, dataDir).isThere(), false)
        .compose(
            isThere ->
                isThere
                    ? Beside.open(vertx, config, dataDir)
                        .compose(store -> looked(vertx, store, KeyFile.of(config, dataDir)))
                        .map(Optional::of)
                    : Future.succeededFuture(Optional.empty()));
  }

  private static Future<Checkup> looked(Vertx vertx, Beside store, KeyFile key) {
    return vertx
        .executeBlocking(() -> Migrations.look(store.engine()), false)
        .compose(
            schema ->
                schema.version().isEmpty()
                    ? Future.succeededFuture(of(store, schema, Optional.empty(), 0, List.of()))
                    : inside(vertx, store, key, schema))
        .compose(found -> store.engine().isWritable(vertx, store.pool()).map(found::withWritable))
        .recover(store::unavailable)
        .eventually(store::close);
  }

  private static Future<Checkup> inside(
      Vertx vertx, Beside store, KeyFile key, Migrations.Schema schema) {
    boolean hasNodes = store.engine().isShared() && schema.pending() == 0;
    return Meta.find(store.pool(), KeyCheck.NAME)
        .compose(
            check ->
                check.isEmpty()
                    ? Future.succeededFuture()
                    : new KeyCheck(vertx, store.engine(), store.pool(), key).unlock().mapEmpty())
        .compose(fits -> newest(store))
        .compose(
            newest ->
                others(store)
                    .compose(
                        others ->
                            (hasNodes ? nodes(store) : Future.succeededFuture(List.<String>of()))
                                .map(nodes -> of(store, schema, newest, others, nodes))));
  }

  private static Checkup of(
      Beside store,
      Migrations.Schema schema,
      Optional<Instant> newest,
      long others,
      List<String> nodes) {
    Engine engine = store.engine();
    String version = schema.version().map(number -> "version " + number).orElse("empty");
    return new Checkup(
        engine.toString(),
        version,
        schema.pending(),
        schema.isNewer(),
        false,
        newest,
        engine.bytes(),
        others,
        nodes);
  }

  private Checkup withWritable(boolean is) {
    return new Checkup(name, schema, pending, isNewer, is, newest, bytes, others, nodes);
  }

  private static Future<Optional<Instant>> newest(Beside store) {
    return store
        .pool()
        .query(Sql.NEWEST_TIME.text())
        .execute()
        .map(
            rows ->
                Optional.ofNullable(rows.iterator().next().getLong(0)).map(Instant::ofEpochMilli));
  }

  private static Future<Long> others(Beside store) {
    return store
        .engine()
        .othersQuery()
        .map(
            query ->
                store.pool().query(query).execute().map(rows -> rows.iterator().next().getLong(0)))
        .orElseGet(() -> Future.succeededFuture(0L));
  }

  private static Future<List<String>> nodes(Beside store) {
    return store
        .pool()
        .preparedQuery(ClusterSql.LIVING_NAMES.text())
        .execute(Tuple.of(NodeTable.LIVING_MILLIS))
        .map(
            rows -> {
              List<String> names = new ArrayList<>();
              for (Row row : rows) {
                names.add(row.getString(0));
              }
              return names;
            });
  }
}
