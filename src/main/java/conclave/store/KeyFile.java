package conclave.store;

import conclave.config.StoreConfig;
import conclave.file.PrivateFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** The file with the keys of the store, its owner's alone. All of it blocks. */
final class KeyFile {
  private final Path path;

  private KeyFile(Path path) {
    this.path = path.toAbsolutePath().normalize();
  }

  /** The file that the configuration names, or {@code store.key} in the data folder. */
  static KeyFile of(StoreConfig config, Path dataDir) {
    return new KeyFile(config.withKeyIn(dataDir).key().orElseThrow());
  }

  /**
   * The keys in the file.
   *
   * @throws StoreUnavailable with a sentence for the operator: the file is missing, or is no key
   */
  Sealing read() {
    try {
      return Sealing.parse(Files.readString(path, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      throw new StoreUnavailable(
          "the key of the store, "
              + path
              + ", is missing: put it back from its copy, or name another file with store.key",
          e);
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      throw new StoreUnavailable(
          path + " can't be read as the key of the store: put it back from its copy", e);
    }
  }

  /** The keys in the file; a new one where there is no file. */
  Sealing obtain() {
    if (Files.exists(path)) {
      return read();
    }
    Sealing fresh = Sealing.fresh();
    write(fresh);
    return fresh;
  }

  /** Replaces the file; durable on return. */
  void write(Sealing sealing) {
    try {
      PrivateFiles.write(path, sealing.keyset().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new StoreUnavailable("the key of the store can't be written to " + path + ": " + e, e);
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
