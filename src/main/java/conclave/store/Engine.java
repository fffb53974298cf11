package conclave.store;

import conclave.config.StoreConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/** The database under the store: all in which SQLite and PostgreSQL differ. */
sealed interface Engine permits Embedded, Postgres {
  /** The engine that the configuration asks for; opens nothing yet. */
  static Engine of(StoreConfig config, Path dataDir) {
    return config.isEmbedded() ? new Embedded(dataDir) : Postgres.at(config);
  }

  /** Takes what one server alone may have. Blocks. */
  void open();

  /** Is there a store to open, or may be? Blocks. */
  boolean isThere();

  /** What it takes on this machine, in bytes; 0 where it is elsewhere. Blocks. */
  long bytes();

  /** May it be written to? */
  Future<Boolean> isWritable(Vertx vertx, Pool pool);

  /** May several servers use the store at once? */
  boolean isShared();

  /**
   * Copies all that is kept, as it is at one moment, into an empty file; a server may go on
   * meanwhile. Blocks.
   *
   * @throws StoreUnavailable where that is not to be done in this way
   */
  void copyTo(Path file);

  /** Counts the servers that use the store, where {@link #open} doesn't keep them away. */
  Optional<String> othersQuery();

  /** Gives back what {@link #open} took. Blocks. */
  void close();

  Pool pool(Vertx vertx, PoolOptions options);

  /** Transactions in one go, where that is better than statement by statement. */
  Optional<JdbcCommits> commits(Vertx vertx);

  /**
   * Makes this the only connection of its writer: when it is done, no commit of one before it can
   * come true any more.
   *
   * @param writer a number of its own, above 0
   */
  Future<Void> fence(SqlConnection connection, long writer);

  /** Where Flyway finds the database, by JDBC. */
  FluentConfiguration migrated(FluentConfiguration flyway);

  /** What the types that differ are called here. */
  Map<String, String> types();

  /** Bytes as this client binds them. */
  Object bind(byte[] bytes);

  /** Bytes as either client reads them; null for NULL. */
  static byte @Nullable [] bytes(Row row, int column) {
    Object value = row.getValue(column);
    return value instanceof Buffer buffer ? buffer.getBytes() : (byte[]) value;
  }

  /** For the operator: what can't be used, named, and why. */
  default StoreUnavailable unavailable(Throwable cause) {
    if (cause instanceof StoreUnavailable known) {
      return known;
    }
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    Optional<String> known = sentence(root);
    if (known.isPresent()) {
      return new StoreUnavailable(known.get(), cause);
    }
    String reason = String.valueOf(root.getMessage()).strip().lines().findFirst().orElse("?");
    return new StoreUnavailable(this + " can't be used as the store: " + reason, cause);
  }

  /** What happened and what to do, where this engine is known to fail in that way. */
  Optional<String> sentence(Throwable root);
}
