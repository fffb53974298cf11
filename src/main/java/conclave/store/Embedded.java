package conclave.store;

import conclave.file.PrivateFiles;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.jdbcclient.JDBCConnectOptions;
import io.vertx.jdbcclient.JDBCPool;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * SQLite in one file of the data folder. A second file is locked while it is open, so that no other
 * server uses the folder; both are their owner's alone to read.
 */
final class Embedded implements Engine {
  /**
   * Each commit is synced; what another program holds locked is waited for, ten seconds at most.
   * What is written is carried from the WAL to the file every 8,000 pages, 32 MB: the pages that
   * busy rooms write to are the same ones again and again.
   */
  private static final String SETTINGS =
      "?journal_mode=WAL&synchronous=FULL&busy_timeout=10000&transaction_mode=DEFERRED"
          + "&wal_autocheckpoint=8000";

  static final String FILE = "conclave.db";

  /** All that one store is made of. */
  static final List<String> FILES = List.of(FILE, FILE + "-wal", FILE + "-shm");

  private static final int PRIMARY = 0xff;
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int READ_ONLY = 8;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int NO_DATABASE = 26;

  private final Path folder;
  private final Path file;
  private @Nullable FileChannel lock;

  Embedded(Path dataDir) {
    folder = dataDir.toAbsolutePath().normalize();
    file = folder.resolve(FILE);
  }

  @Override
  public void open() {
    if (file.toString().indexOf('?') >= 0) {
      throw new StoreUnavailable(folder + " can't be the data folder: its path has a ? in it");
    }
    try {
      Files.createDirectories(folder);
      create(file);
      lock = lock(folder.resolve("conclave.lock"));
    } catch (FileSystemException e) {
      throw new StoreUnavailable(
          folder + " can't be used as the data folder: " + reason(e) + " (" + e.getFile() + ")", e);
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  @Override
  public boolean isThere() {
    return Files.exists(file);
  }

  @Override
  public long bytes() {
    return FILES.stream().map(folder::resolve).mapToLong(part -> part.toFile().length()).sum();
  }

  @Override
  public Future<Boolean> isWritable(Vertx vertx, Pool pool) {
    return vertx.executeBlocking(() -> Files.isWritable(file) && Files.isWritable(folder), false);
  }

  @Override
  public boolean isShared() {
    return false;
  }

  @Override
  public void copyTo(Path to) {
    try (Connection connection = DriverManager.getConnection(url());
        PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
      copy.setString(1, to.toString());
      copy.execute();
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /** None can: the folder is locked. */
  @Override
  public Optional<String> othersQuery() {
    return Optional.empty();
  }

  private static String reason(FileSystemException e) {
    return e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
  }

  private FileChannel lock(Path path) throws IOException {
    create(path);
    FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE);
    try {
      FileLock held = channel.tryLock();
      if (held != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      channel.close();
      throw taken(e);
    }
    channel.close();
    throw taken(null);
  }

  private StoreUnavailable taken(@Nullable Throwable cause) {
    String message = "another Conclave server uses the data folder " + folder;
    return cause == null ? new StoreUnavailable(message) : new StoreUnavailable(message, cause);
  }

  private static void create(Path path) throws IOException {
    try {
      Files.createFile(path, forItsOwnerAlone());
      PrivateFiles.shareOwner(path, path.resolveSibling(""));
    } catch (FileAlreadyExistsException e) {
      if (Files.isDirectory(path)) {
        throw e;
      }
    }
  }

  private static FileAttribute<?>[] forItsOwnerAlone() {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
    };
  }

  @Override
  public void close() {
    try {
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  /** By SQLite's own primary codes. */
  @Override
  public Optional<String> sentence(Throwable root) {
    if (!(root instanceof SQLException e)) {
      return Optional.empty();
    }
    return switch (e.getErrorCode() & PRIMARY) {
      case BUSY, LOCKED ->
          Optional.of(
              "another program holds " + file + " locked: nothing can be kept until it ends");
      case CORRUPT, NO_DATABASE ->
          Optional.of(
              file
                  + " can't be used as the store: it is damaged, or no SQLite database;"
                  + " put a copy of it back");
      case FULL ->
          Optional.of(
              "the disk is full: nothing more can be kept in " + file + " until there is room");
      case READ_ONLY -> Optional.of(file + " can't be used as the store: it may not be written to");
      default -> Optional.empty();
    };
  }

  @Override
  public Pool pool(Vertx vertx, PoolOptions options) {
    JDBCConnectOptions connect =
        new JDBCConnectOptions().setJdbcUrl(url()).setAutoGeneratedKeys(false);
    return JDBCPool.pool(vertx, connect, options);
  }

  @Override
  public Optional<JdbcCommits> commits(Vertx vertx) {
    return Optional.of(new JdbcCommits(vertx, url()));
  }

  /** What failed is closed before it is told, and nothing goes on without its connection. */
  @Override
  public Future<Void> fence(SqlConnection connection, long writer) {
    return Future.succeededFuture();
  }

  @Override
  public FluentConfiguration migrated(FluentConfiguration flyway) {
    return flyway.dataSource(url(), "", "");
  }

  private String url() {
    return "jdbc:sqlite:" + file + SETTINGS;
  }

  @Override
  public Map<String, String> types() {
    return Map.of("bytes", "BLOB");
  }

  @Override
  public Object bind(byte[] bytes) {
    return bytes;
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
