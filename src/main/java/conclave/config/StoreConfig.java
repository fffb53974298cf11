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

  /** Is it the SQLite file in the data folder? */
  public boolean isEmbedded() {
    return url.equals("embedded");
  }
}
