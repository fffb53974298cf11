package conclave.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where everything durable lives.
 *
 * @param url {@code embedded}, or {@code postgresql://user@host:port/database}
 * @param password of the PostgreSQL user
 * @param key the file of the key with which bodies are sealed; where absent, {@code store.key} in
 *     the data folder
 */
public record StoreConfig(String url, Optional<Secret> password, Optional<Path> key) {
  /** A store whose key is in the data folder. */
  public StoreConfig(String url, Optional<Secret> password) {
    this(url, password, Optional.empty());
  }

  /** The same, with the key of that data folder where none is named. */
  public StoreConfig withKeyIn(Path dataDir) {
    Path file = key.orElseGet(() -> dataDir.resolve("store.key"));
    return new StoreConfig(url, password, Optional.of(file));
  }

  /** Is it the SQLite file in the data folder? */
  public boolean isEmbedded() {
    return url.equals("embedded");
  }
}
