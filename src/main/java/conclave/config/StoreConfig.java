package conclave.config;

import java.util.Optional;

/**
 * Where everything durable lives.
 *
 * @param url {@code embedded}, or {@code postgresql://user@host:port/database}
 * @param password of the PostgreSQL user
 */
public record StoreConfig(String url, Optional<Secret> password) {
  /** Is it the SQLite file in the data folder? */
  public boolean isEmbedded() {
    return url.equals("embedded");
  }
}
