package conclave.store;

import conclave.handler.MetadataStore;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What accounts and rooms say of themselves. Each change is a transaction of its own. */
final class SqlMetadata implements MetadataStore {
  private static final Logger LOG = LoggerFactory.getLogger(SqlMetadata.class);

  private final Engine engine;
  private final Pool readers;
  private final WriterVerticle writer;
  private final Sealing sealing;

  SqlMetadata(Engine engine, Pool readers, WriterVerticle writer, Sealing sealing) {
    this.engine = engine;
    this.readers = readers;
    this.writer = writer;
    this.sealing = sealing;
  }

  @Override
  public Future<Map<String, String>> of(String target) {
    return readers
        .preparedQuery(Sql.METADATA_OF.text())
        .execute(Tuple.of(target))
        .map(
            rows -> {
              Map<String, String> values = new TreeMap<>();
              rows.forEach(row -> value(target, row).ifPresent(v -> values.put(key(row), v)));
              return values;
            });
  }

  private static String key(Row row) {
    return row.getString(0);
  }

  /** One damaged row must not hide all others. */
  private Optional<String> value(String target, Row row) {
    try {
      byte[] sealed = Objects.requireNonNull(Engine.bytes(row, 1));
      byte[] value = sealing.open(sealed, Bound.toMetadata(target, key(row)));
      return Optional.of(new String(value, StandardCharsets.UTF_8));
    } catch (Unreadable e) {
      LOG.warn("the metadata {} of {} can't be read: {}", key(row), target, e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public Future<Outcome> put(
      String target, String key, Optional<String> value, Consumer<Outcome> stored) {
    return writer.submit(
        new Write.Alone<>(
            c -> value.isPresent() ? keep(c, target, key, value.get()) : remove(c, target, key),
            outcome -> outcome == Outcome.DONE,
            stored));
  }

  private Future<Outcome> keep(SqlConnection connection, String target, String key, String value) {
    return SqlAccounts.mayKeep(connection, target)
        .compose(
            mayKeep ->
                mayKeep
                    ? set(connection, target, key, value)
                    : Future.succeededFuture(Outcome.NOT_SET));
  }

  private Future<Outcome> set(SqlConnection connection, String target, String key, String value) {
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    Object sealed = engine.bind(sealing.seal(text, Bound.toMetadata(target, key)));
    return connection
        .preparedQuery(Sql.COUNT_OTHER_METADATA.text())
        .execute(Tuple.of(target, key))
        .map(rows -> rows.iterator().next().getLong(0))
        .compose(
            others ->
                others >= MAX
                    ? Future.succeededFuture(Outcome.FULL)
                    : connection
                        .preparedQuery(Sql.SET_METADATA.text())
                        .execute(Tuple.of(target, key, sealed))
                        .map(Outcome.DONE));
  }

  private static Future<Outcome> remove(SqlConnection connection, String target, String key) {
    return connection
        .preparedQuery(Sql.REMOVE_METADATA.text())
        .execute(Tuple.of(target, key))
        .map(rows -> rows.rowCount() == 0 ? Outcome.NOT_SET : Outcome.DONE);
  }

  @Override
  public Future<List<String>> clear(String target, Consumer<List<String>> stored) {
    return writer.submit(new Write.Alone<>(c -> clear(c, target), keys -> true, stored));
  }

  private static Future<List<String>> clear(SqlConnection connection, String target) {
    return connection
        .preparedQuery(Sql.METADATA_OF.text())
        .execute(Tuple.of(target))
        .compose(
            rows -> {
              List<String> keys = new ArrayList<>();
              rows.forEach(row -> keys.add(key(row)));
              return connection
                  .preparedQuery(Sql.FORGET_METADATA.text())
                  .execute(Tuple.of(target))
                  .map(keys);
            });
  }
}
