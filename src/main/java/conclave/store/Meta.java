package conclave.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.function.Supplier;

/** What a store keeps of itself, by name. */
final class Meta {
  private Meta() {}

  static Future<Optional<byte[]>> find(SqlClient client, String name) {
    return client
        .preparedQuery(Sql.FIND_META.text())
        .execute(Tuple.of(name))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.ofNullable(Engine.bytes(row, 0));
              }
              return Optional.empty();
            });
  }

  /** What is kept under that name; of several who bring the first at once, one's is. */
  static Future<byte[]> obtain(Engine engine, Pool pool, String name, Supplier<byte[]> first) {
    return find(pool, name)
        .compose(
            found ->
                found.isPresent()
                    ? Future.succeededFuture(found.get())
                    : pool.preparedQuery(Sql.ADD_META.text())
                        .execute(Tuple.of(name, engine.bind(first.get())))
                        .compose(added -> find(pool, name))
                        .map(Optional::orElseThrow));
  }
}
