package conclave.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** What a store keeps of itself, by name. */
final class Meta {
  private Meta() {}

  static Future<Optional<byte[]>> find(Pool pool, String name) {
    return pool.preparedQuery(Sql.FIND_META.text())
        .execute(Tuple.of(name))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.ofNullable(Engine.bytes(row, 0));
              }
              return Optional.empty();
            });
  }
}
