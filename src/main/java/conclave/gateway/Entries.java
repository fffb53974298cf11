package conclave.gateway;

import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The users by the keys of their nicks. Whoever changes one tells so, after it is done. Any thread.
 */
final class Entries {
  private final ConcurrentHashMap<String, Presence> byKey = new ConcurrentHashMap<>();
  private final AtomicInteger here = new AtomicInteger();
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

  /** How many of them are on this node. */
  int here() {
    return here.get();
  }

  private @Nullable Presence counted(@Nullable Presence before, @Nullable Presence after) {
    here.addAndGet(isHere(after) - isHere(before));
    return after;
  }

  private static int isHere(@Nullable Presence presence) {
    return presence != null && presence.isHere() ? 1 : 0;
  }

  @Nullable Presence compute(
      String key, BiFunction<String, @Nullable Presence, @Nullable Presence> change) {
    Presence after =
        byKey.compute(key, (same, before) -> counted(before, change.apply(same, before)));
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
              return counted(before, now);
            });
    if (isChanged[0]) {
      changed.accept(key);
    }
    return after;
  }

  /** What another node has said: nobody else is told of it. */
  void learn(String key, BiFunction<String, @Nullable Presence, @Nullable Presence> change) {
    byKey.compute(key, (same, before) -> counted(before, change.apply(same, before)));
  }

  @Nullable Presence putIfAbsent(String key, Presence entry) {
    Presence before = byKey.putIfAbsent(key, entry);
    if (before == null) {
      counted(null, entry);
      changed.accept(key);
    }
    return before;
  }

  boolean replace(String key, Presence before, Presence after) {
    return told(key, byKey.replace(key, before, after), before, after);
  }

  boolean remove(String key, Presence entry) {
    return told(key, byKey.remove(key, entry), entry, null);
  }

  private boolean told(String key, boolean isDone, Presence before, @Nullable Presence after) {
    if (isDone) {
      counted(before, after);
      changed.accept(key);
    }
    return isDone;
  }

  @Nullable Presence remove(String key) {
    Presence before = byKey.remove(key);
    if (before != null) {
      counted(before, null);
      changed.accept(key);
    }
    return before;
  }
}
