package conclave.store;

import conclave.config.Secret;
import conclave.config.StoreConfig;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** A PostgreSQL server, with synchronous commits whatever its own default is. */
final class Postgres implements Engine {
  private static final String DISK_FULL = "53100";

  /** What a process that was stopped has open keeps others from its shards no longer than this. */
  private static final String ABANDONED_MILLIS = "3000";

  /** A database whose machine or network is gone, so that nothing of it answers, is given up. */
  private static final int UNHEARD_MILLIS = 10_000;

  /**
   * Ends whoever has the lock of this number. A server process goes on with a commit after its
   * client is gone, and may never notice that it is.
   */
  private static final String END_HOLDERS =
      """
      SELECT pg_terminate_backend(l.pid) FROM pg_locks l
      WHERE l.locktype = 'advisory' AND l.objsubid = 1 AND l.granted
      AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
      AND (CAST(l.classid AS BIGINT) << 32) + CAST(l.objid AS BIGINT) = $1
      AND l.pid <> pg_backend_pid()""";

  private static final String TAKE_LOCK = "SELECT 1 FROM pg_advisory_lock($1)";

  private final PgConnectOptions options;

  private Postgres(PgConnectOptions options) {
    this.options = options;
  }

  static Postgres at(StoreConfig config) {
    if (!config.url().startsWith("postgresql://")) {
      throw new StoreUnavailable(
          "store.url must be embedded or postgresql://user@host:port/database");
    }
    try {
      PgConnectOptions options = PgConnectOptions.fromUri(config.url());
      options.addProperty("synchronous_commit", "on").addProperty("application_name", "conclave");
      options.addProperty("idle_in_transaction_session_timeout", ABANDONED_MILLIS);
      options.setCachePreparedStatements(true);
      config.password().map(Secret::reveal).ifPresent(options::setPassword);
      return new Postgres(options);
    } catch (IllegalArgumentException e) {
      throw new StoreUnavailable("store.url can't be read: " + e.getMessage(), e);
    }
  }

  @Override
  public void open() {
    // several nodes share one server: nothing is one node's alone
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public long bytes() {
    return 0;
  }

  /** A standby may not. */
  @Override
  public Future<Boolean> isWritable(Vertx vertx, Pool pool) {
    return pool.query("SELECT NOT pg_is_in_recovery()")
        .execute()
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  @Override
  public boolean isShared() {
    return true;
  }

  @Override
  public void copyTo(Path file) {
    throw new StoreUnavailable(this + " is copied with PostgreSQL's own pg_dump");
  }

  @Override
  public Optional<String> othersQuery() {
    return Optional.of(
        """
        SELECT COUNT(*) FROM pg_stat_activity
        WHERE application_name = 'conclave' AND datname = current_database()
        AND pid <> pg_backend_pid()""");
  }

  @Override
  public Optional<String> sentence(Throwable root) {
    return root instanceof PgException e && DISK_FULL.equals(e.getSqlState())
        ? Optional.of(
            "the disk of " + this + " is full: nothing more can be kept until there is room")
        : Optional.empty();
  }

  @Override
  public void close() {
    // as above
  }

  @Override
  public Pool pool(Vertx vertx, PoolOptions pool) {
    return PgBuilder.pool()
        .with(pool)
        .with(new NetClientOptions().setTcpKeepAlive(true).setTcpUserTimeout(UNHEARD_MILLIS))
        .connectingTo(options)
        .using(vertx)
        .build();
  }

  /** Its client needs no worker, so that there is nothing to be won. */
  @Override
  public Optional<JdbcCommits> commits(Vertx vertx) {
    return Optional.empty();
  }

  /**
   * A session's lock is free when its process has ended, and then nothing of it is open any more.
   */
  @Override
  public Future<Void> fence(SqlConnection connection, long writer) {
    return connection
        .begin()
        .compose(
            taking ->
                connection
                    .query("SET LOCAL lock_timeout = '5s'")
                    .execute()
                    .compose(set -> connection.preparedQuery(END_HOLDERS).execute(Tuple.of(writer)))
                    .compose(told -> connection.preparedQuery(TAKE_LOCK).execute(Tuple.of(writer)))
                    .compose(taken -> taking.commit()));
  }

  @Override
  public FluentConfiguration migrated(FluentConfiguration flyway) {
    String password = options.getPassword();
    return flyway.dataSource("jdbc:" + this, options.getUser(), password == null ? "" : password);
  }

  @Override
  public Map<String, String> types() {
    return Map.of("bytes", "BYTEA");
  }

  @Override
  public Object bind(byte[] bytes) {
    return Buffer.buffer(bytes);
  }

  @Override
  public String toString() {
    String host =
        options.getHost().contains(":") ? "[" + options.getHost() + "]" : options.getHost();
    String database = URLEncoder.encode(options.getDatabase(), StandardCharsets.UTF_8);
    return "postgresql://" + host + ":" + options.getPort() + "/" + database;
  }
}
