package conclave.config;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The value of every key, by its full name. */
record Values(Map<String, Object> byPath) {
  Values {
    byPath = Map.copyOf(byPath);
  }

  /** For each key what {@code source} gives for it. */
  static Values of(Function<Key<?>, Object> source) {
    return new Values(Schema.KEYS.stream().collect(Collectors.toMap(Key::path, source)));
  }

  @SuppressWarnings("unchecked") // settings hold nothing but the key's own type
  <T> T get(Key<T> key) {
    return (T) of(key);
  }

  /** The value, whatever its type. */
  Object of(Key<?> key) {
    Object value = byPath.get(key.path());
    if (value == null) {
      throw new IllegalArgumentException(key.path());
    }
    return value;
  }
}
