package conclave.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values as they come in from the sources, each source overriding the ones before, and the
 * mistakes found on the way. Belongs to one thread.
 */
final class Settings {
  /** Relative paths of the environment and the command line start here. */
  static final Path WORKING_FOLDER = Path.of("").toAbsolutePath();

  private final Map<String, Setting<?>> settings = new HashMap<>();
  private final List<Mistake> mistakes = new ArrayList<>();

  /**
   * A value with what it came from.
   *
   * @param source for the places of mistakes
   */
  record Setting<T>(Value source, T value) {}

  Settings() {
    for (Key<?> key : Schema.KEYS) {
      takeText(key, key.fallback(), "default");
    }
  }

  /** Takes a value of a file. */
  <T> void take(Key<T> key, Value value, Path folder) {
    settings.remove(key.path());
    key.type()
        .read(value, new Reading(key.path(), folder, mistakes))
        .ifPresent(read -> settings.put(key.path(), new Setting<>(value, read)));
  }

  /** Takes a text of the environment or the command line. */
  void takeText(Key<?> key, String text, String where) {
    take(key, key.type().ofText(text, where), WORKING_FOLDER);
  }

  void refuse(String where, String key, String words) {
    mistakes.add(new Mistake(where, Text.cut(key), "", words));
  }

  /** All mistakes so far; the list grows with them and may be added to. */
  List<Mistake> mistakes() {
    return mistakes;
  }

  /** What holds for a key; empty if that was a mistake. */
  @SuppressWarnings("unchecked") // take() puts in nothing but the key's own type
  <T> Optional<Setting<T>> find(Key<T> key) {
    return Optional.ofNullable((Setting<T>) settings.get(key.path()));
  }

  /** The value of a key, once it is known that there are no mistakes. */
  <T> T get(Key<T> key) {
    return find(key).orElseThrow().value();
  }

  /** All values, once it is known that there are no mistakes. */
  Values values() {
    return Values.of(this::get);
  }
}
