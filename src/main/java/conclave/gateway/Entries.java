package conclave.gateway;

import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The users by the keys of their nicks. Whoever changes one tells so, after it is done. Any thread.
 */
final class Entries {
  private final ConcurrentHashMap<String, Presence> byKey = new ConcurrentHashMap<>();
  private volatile Consumer<String> changed = key -> {};

  /** From now on is given the key of each that has changed on this node. */
  void tell(Consumer<String> listener) {
    changed = listener;
  }

  @Nullable Presence get(String key) {
    return byKey.get(key);
  }

  Collection<Presence> all() {
    return byKey.values();
  }

  int size() {
    return byKey.size();
  }

  @Nullable Presence compute(
      String key, BiFunction<String, @Nullable Presence, @Nullable Presence> change) {
    Presence after = byKey.compute(key, change);
    changed.accept(key);
    return after;
  }

  /** What gives back the same one has changed nothing, which nobody is told. */
  @SuppressWarnings("ReferenceEquality")
  @Nullable Presence computeIfPresent(
      String key, BiFunction<String, Presence, @Nullable Presence> change) {
    boolean[] isChanged = {false};
    Presence after =
        byKey.computeIfPresent(
            key,
            (same, before) -> {
              Presence now = change.apply(same, before);
              isChanged[0] = now != before;
              return now;
            });
    if (isChanged[0]) {
      changed.accept(key);
    }
    return after;
  }

  /** What another node has said: nobody else is told of it. */
  void learn(String key, BiFunction<String, @Nullable Presence, @Nullable Presence> change) {
    byKey.compute(key, change);
  }

  @Nullable Presence putIfAbsent(String key, Presence entry) {
    Presence before = byKey.putIfAbsent(key, entry);
    if (before == null) {
      changed.accept(key);
    }
    return before;
  }

  boolean replace(String key, Presence before, Presence after) {
    return told(key, byKey.replace(key, before, after));
  }

  boolean remove(String key, Presence entry) {
    return told(key, byKey.remove(key, entry));
  }

  private boolean told(String key, boolean isDone) {
    if (isDone) {
      changed.accept(key);
    }
    return isDone;
  }

  @Nullable Presence remove(String key) {
    Presence before = byKey.remove(key);
    if (before != null) {
      changed.accept(key);
    }
    return before;
  }
}
