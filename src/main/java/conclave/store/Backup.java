package conclave.store;

import conclave.config.StoreConfig;
import conclave.file.PrivateFiles;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Copies of the embedded store, sealed as it is: whoever has one, and not the key, can read
 * nothing.
 */
public final class Backup {
  private static final String FRESH = "fresh.db";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /**
   * What was restored.
   *
   * @param logs that were verified
   * @param before where the store is that was there before
   */
  public record Restored(long logs, Optional<Path> before) {}

  private Backup() {}

  /**
   * Copies the store to a new file, as it is at one moment; a server may go on meanwhile.
   *
   * @return the size of the copy, which is on stable storage, in bytes; failed with {@link
   *     StoreUnavailable} where there is no store, or the file can't be written or is there
   */
  public static Future<Long> make(Vertx vertx, StoreConfig config, Path dataDir, Path to) {
    return vertx.executeBlocking(
        () -> {
          Engine engine = Engine.of(config, dataDir);
          if (!engine.isThere()) {
            throw new StoreUnavailable("there is no store in " + engine);
          }
          return copied(engine, to.toAbsolutePath().normalize());
        },
        false);
  }

  private static long copied(Engine engine, Path to) throws IOException {
    if (Files.exists(to)) {
      throw new StoreUnavailable(to + " is there already: name a new file");
    }
    Path folder = to.resolveSibling("");
    if (!Files.isDirectory(folder)) {
      throw new StoreUnavailable("there is no folder " + folder);
    }
    // Whoever finds a file under that name has a whole one.
    Path part = to.resolveSibling(to.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      PrivateFiles.ensure(part);
      engine.copyTo(part);
      PrivateFiles.settle(part, to);
      return Files.size(to);
    } catch (IOException e) {
      throw new StoreUnavailable(to + " can't be written: " + e.getMessage(), e);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * Puts a copy in the place of the store, when it is known to be whole and to open with the key.
   * What was there before is kept beside it.
   *
   * @param isVerified shall all of it be read first? The copy of an older release can't be
   * @return failed with {@link StoreUnavailable} where a server runs, the copy is altered or
   *     another key's; then nothing was changed
   */
  public static Future<Restored> restore(
      Vertx vertx, StoreConfig config, Path dataDir, Path from, boolean isVerified) {
    Path data = dataDir.toAbsolutePath().normalize();
    Path trial = data.resolve("restore.part");
    return vertx
        .executeBlocking(() -> laidOut(Engine.of(config, data), from, trial), false)
        .compose(
            engine ->
                (isVerified ? verified(vertx, config, data, trial) : Future.succeededFuture(0L))
                    .compose(logs -> vertx.executeBlocking(() -> placed(data, trial, logs), false))
                    .recover(e -> Future.failedFuture(engine.unavailable(e)))
                    .eventually(() -> vertx.executeBlocking(() -> cleared(engine, trial), false)));
  }

  /** The engine keeps servers away from here on. */
  private static Engine laidOut(Engine engine, Path from, Path trial) throws IOException {
    if (!(engine instanceof Embedded)) {
      throw new StoreUnavailable(engine + " is restored with PostgreSQL's own pg_restore");
    }
    if (!Files.isRegularFile(from)) {
      throw new StoreUnavailable("there is no copy of a store in " + from);
    }
    engine.open();
    try {
      clear(trial); // what one that was killed has left
      PrivateFiles.folder(trial);
      Path copy = trial.resolve(Embedded.FILE);
      PrivateFiles.ensure(copy);
      Files.copy(from, copy, StandardCopyOption.REPLACE_EXISTING);
      PrivateFiles.ensure(copy);
      return engine;
    } catch (IOException e) {
      cleared(engine, trial);
      throw new StoreUnavailable(from + " can't be copied: " + e.getMessage(), e);
    }
  }

  private static Future<Long> verified(Vertx vertx, StoreConfig config, Path data, Path trial) {
    return VerifyStore.run(
            vertx, config.withKeyIn(data), trial, Optional.empty(), (place, found) -> {})
        .compose(
            result ->
                result.bad() == 0
                    ? Future.succeededFuture(result.places())
                    : Future.failedFuture(
                        new StoreUnavailable(
                            result.bad()
                                + " of the "
                                + result.places()
                                + " logs in the copy are NOT as they were written:"
                                + " --unverified restores it all the same")));
  }

  private static Restored placed(Path data, Path trial, long logs) throws IOException {
    // By way of the database, since what it was verified with may not have closed it yet.
    Path fresh = trial.resolve(FRESH);
    PrivateFiles.ensure(fresh);
    new Embedded(trial).copyTo(fresh);
    Optional<Path> before = Optional.empty();
    if (Files.size(data.resolve(Embedded.FILE)) > 0) {
      Path kept = data.resolve("before-" + TIME.format(Instant.now()));
      PrivateFiles.folder(kept);
      for (String part : Embedded.FILES) {
        if (Files.exists(data.resolve(part))) {
          Files.move(data.resolve(part), kept.resolve(part));
        }
      }
      before = Optional.of(kept);
    }
    PrivateFiles.shareOwner(fresh, data);
    PrivateFiles.settle(fresh, data.resolve(Embedded.FILE));
    return new Restored(logs, before);
  }

  private static Void cleared(Engine engine, Path trial) throws IOException {
    try {
      clear(trial);
    } finally {
      engine.close();
    }
    return null;
  }

  private static void clear(Path trial) throws IOException {
    for (String part : Embedded.FILES) {
      Files.deleteIfExists(trial.resolve(part));
    }
    Files.deleteIfExists(trial.resolve(FRESH));
    Files.deleteIfExists(trial);
  }
}
