package conclave.store;

import conclave.auth.AccountStore;
import conclave.auth.AuthStores;
import conclave.auth.CertificateStore;
import conclave.auth.CodeStore;
import conclave.auth.SessionStore;
import conclave.cluster.NodeTable;
import conclave.config.Config;
import conclave.config.StoreConfig;
import conclave.handler.BanStore;
import conclave.handler.Bookmarks;
import conclave.handler.Claims;
import conclave.handler.History;
import conclave.handler.Kept;
import conclave.handler.MetadataStore;
import conclave.handler.ReadMarkers;
import conclave.handler.Residents;
import conclave.handler.Search;
import conclave.shard.Logs;
import conclave.shard.RoomLog;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Everything durable: one writer, some readers, and the ports over them. Callable on any thread;
 * never blocks its caller.
 */
public final class Store {
  static final int CONNECT_SECONDS = 5;
  private static final int READERS = 4;
  private static final int WAITING_READS = 2_000;

  private final Vertx vertx;
  private final Engine engine;
  private final Pool readers;
  private final WriterVerticle writer;
  private final Keys keys;
  private final String deployment;
  private final SqlBookmarks bookmarks;
  private final UnreadableRows unreadable = new UnreadableRows();
  private final SqlLogCheck logs;
  private final SqlSearch search;
  private final Retention retention;
  private @Nullable Future<Void> closed;

  private Store(
      Vertx vertx,
      Engine engine,
      Pool readers,
      WriterVerticle writer,
      Keys keys,
      String deployment) {
    this.vertx = vertx;
    this.engine = engine;
    this.readers = readers;
    this.writer = writer;
    this.keys = keys;
    this.deployment = deployment;
    this.bookmarks = new SqlBookmarks(vertx, readers, writer);
    this.retention = new Retention(vertx, engine, readers, writer, keys.chains());
    this.logs = new SqlLogCheck(vertx, readers, keys.sealing(), keys.chains());
    this.search = new SqlSearch(vertx, readers, new EventRows(keys.sealing(), unreadable));
  }

  /**
   * Opens the store, brings its schema up to date, and makes its key where the store is empty.
   *
   * @param dataDir where the embedded store's file is; made where there is none
   * @param maxQueuedEvents how many events may wait for their commit; an append over it fails
   * @return failed with {@link StoreUnavailable} where the file or the server can't be used,
   *     another server has the folder, or the key is missing or not that of the store
   */
  public static Future<Store> open(
      Vertx vertx, StoreConfig config, Path dataDir, int maxQueuedEvents) {
    return vertx
        .executeBlocking(() -> prepared(Engine.of(config, dataDir)), false)
        .compose(engine -> start(vertx, engine, KeyFile.of(config, dataDir), maxQueuedEvents));
  }

  /** Opens an engine and brings its schema up to date. Blocks. */
  static Engine prepared(Engine engine) {
    engine.open();
    try {
      Migrations.run(engine);
      return engine;
    } catch (RuntimeException e) {
      engine.close();
      throw engine.unavailable(e);
    }
  }

  private static Future<Store> start(Vertx vertx, Engine engine, KeyFile key, int maxQueuedEvents) {
    PoolOptions options =
        new PoolOptions()
            .setName("store-readers")
            .setMaxSize(READERS)
            .setMaxWaitQueueSize(WAITING_READS)
            .setConnectionTimeout(CONNECT_SECONDS)
            .setConnectionTimeoutUnit(TimeUnit.SECONDS);
    Pool readers = engine.pool(vertx, options);
    return Keys.unlock(vertx, engine, readers, key)
        .compose(keys -> started(vertx, engine, readers, keys, maxQueuedEvents))
        .recover(
            e ->
                readers
                    .close()
                    .eventually(() -> released(vertx, engine))
                    .transform(v -> Future.failedFuture(engine.unavailable(e))));
  }

  private static Future<Store> started(
      Vertx vertx, Engine engine, Pool readers, Keys keys, int maxQueuedEvents) {
    WriterVerticle writer = new WriterVerticle(engine, keys.chains(), maxQueuedEvents);
    return vertx
        .deployVerticle(writer)
        .map(id -> new Store(vertx, engine, readers, writer, keys, id));
  }

  static Future<Void> released(Vertx vertx, Engine engine) {
    return vertx.executeBlocking(
        () -> {
          engine.close();
          return null;
        },
        false);
  }

  /** The logs of rooms and direct conversations, for who owns them. */
  public Logs logs() {
    return new SqlLogs(engine, readers, writer, this::roomLog);
  }

  /** The logs, for who needs not own them. */
  public RoomLog roomLog() {
    return roomLog(Optional.empty());
  }

  private RoomLog roomLog(Optional<Fence> fence) {
    SqlSent sent = new SqlSent(keys.index(), new SentLookup(readers, rows()));
    Members members = new Members(engine, keys.sealing(), keys.index());
    return new SqlRoomLog(
        engine, readers, writer, keys.sealing(), keys.chains(), rows(), sent, members, fence);
  }

  /** The nodes that share the store. */
  public NodeTable nodes() {
    Members members = new Members(engine, keys.sealing(), keys.index());
    return new SqlNodes(readers, keys.index(), members);
  }

  /**
   * The nicks that are in use on one node.
   *
   * @param look is the same for nicks that are easily taken for each other
   */
  public Claims claims(String node, UnaryOperator<String> look) {
    return new SqlClaims(vertx, readers, keys.index(), node, look);
  }

  /**
   * The secret of all who share the store.
   *
   * @param own is it from now on where there is none yet
   */
  public Future<byte[]> sharedSecret(byte[] own) {
    return SharedSecret.obtain(engine, readers, keys.sealing(), own);
  }

  /** What was said. */
  public History history() {
    return new SqlHistory(readers, rows());
  }

  /** What finds things in it. */
  public Search search() {
    return search;
  }

  private EventRows rows() {
    return new EventRows(keys.sealing(), unreadable);
  }

  /** Accounts. */
  public AccountStore accounts() {
    return new SqlAccounts(engine, readers, writer, keys.sealing());
  }

  /** Invitations and other one-time codes. */
  public CodeStore codes() {
    return new SqlCodes(readers, writer);
  }

  /** Sessions that outlive their connections. */
  public SessionStore sessions() {
    return new SqlSessions(engine, readers, writer, keys.sealing());
  }

  /** Certificates that log in. */
  public CertificateStore certificates() {
    return new SqlCertificates(engine, readers, writer, keys.sealing(), keys.index());
  }

  /** All that concerns identity. */
  public AuthStores identity() {
    return new AuthStores(accounts(), codes(), sessions(), certificates());
  }

  /** Who may not come to the server. */
  public BanStore bans() {
    return new SqlBans(writer);
  }

  /** What accounts and rooms say of themselves. */
  public MetadataStore metadata() {
    return new SqlMetadata(engine, readers, writer, keys.sealing());
  }

  /** How far everybody has read. What one of these is given at once is written at once. */
  public ReadMarkers readMarkers() {
    return new SqlReadMarkers(readers, writer);
  }

  /** How far sessions were shown everything. */
  public Bookmarks bookmarks() {
    return bookmarks;
  }

  /** Whose user stays without a connection. */
  public Residents residents() {
    return new SqlResidents(readers, writer);
  }

  /** What removes what is old. */
  Retention retention() {
    return retention;
  }

  /**
   * From now on removes what is older, or more, than the configuration says at the time.
   *
   * @param isWanted of those that share the store, one does it
   */
  public void retain(Config config, BooleanSupplier isWanted) {
    retention.start(() -> config.history(), isWanted);
  }

  /** All that handlers ask for, beside the logs. */
  public Kept kept() {
    return new Kept(history(), readMarkers(), metadata(), residents(), logs, search);
  }

  /** Reads from the database; fails where it is gone, or silent for some seconds. */
  public Future<Void> health() {
    return readers
        .query(Sql.PROBE.text())
        .execute()
        .timeout(CONNECT_SECONDS, TimeUnit.SECONDS)
        .mapEmpty();
  }

  /** From now on that is told how long each commit took, in nanoseconds. */
  public void timeCommits(LongConsumer timer) {
    writer.time(timer);
  }

  /** The store's work so far. */
  public StoreFigures figures() {
    return writer.figures(unreadable.count());
  }

  /** Takes no more, commits all that was appended before, and lets go of the database. */
  public synchronized Future<Void> close() {
    if (closed == null) {
      retention.stop();
      closed =
          bookmarks
              .settled()
              .eventually(writer::drain)
              .eventually(() -> vertx.undeploy(deployment))
              .eventually(readers::close)
              .eventually(() -> released(vertx, engine));
    }
    return closed;
  }
}
