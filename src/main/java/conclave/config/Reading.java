package conclave.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The reading of one key from one source.
 *
 * @param key the key's full name
 * @param folder against which relative paths are taken, absolute
 * @param mistakes grows
 */
record Reading(String key, Path folder, List<Mistake> mistakes) {
  /** Notes that the value is not what is allowed. */
  <T> Optional<T> refuse(Value value, String allowed) {
    return refuse(value.where(), value.shown(), allowed);
  }

  <T> Optional<T> refuse(String where, String shown, String allowed) {
    mistakes.add(new Mistake(where, key, shown, allowed));
    return Optional.empty();
  }
}
