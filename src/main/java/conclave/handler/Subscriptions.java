package conclave.handler;

import conclave.command.Capabilities;
import conclave.command.Capability;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Of which metadata one connection is told, and how often it changed any. On its loop. */
public final class Subscriptions {
  /** So many keys at most. */
  static final int MAX = 50;

  /** So many changes in a minute. */
  static final int MAX_CHANGES = 30;

  private static final long MINUTE_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Set<String> keys = new LinkedHashSet<>();
  private Optional<Map.Entry<String, String>> synced = Optional.empty();
  private long since;
  private int changes;

  /** Can a client with these capabilities be told of metadata at all? */
  public static boolean isTold(Capabilities capabilities) {
    return capabilities.has(Capability.METADATA) && capabilities.has(Capability.BATCH);
  }

  /** Is the caller told of this key? */
  public boolean has(String key) {
    return keys.contains(key);
  }

  /** Is the caller told of none? */
  public boolean isEmpty() {
    return keys.isEmpty();
  }

  /** All keys, the first one first. */
  public List<String> all() {
    return List.copyOf(keys);
  }

  /** One key more; false where no more fit. */
  boolean add(String key) {
    boolean fits = keys.size() < MAX || keys.contains(key);
    if (fits && keys.add(key)) {
      synced = Optional.empty();
    }
    return fits;
  }

  /**
   * The key of the last nick that the caller was told of where a room had too much to be told at
   * once.
   */
  Optional<String> syncedUpTo(String room) {
    return synced.filter(reached -> reached.getKey().equals(room)).map(Map.Entry::getValue);
  }

  /** So far is a room told, and no other; or none. */
  void syncedUpTo(Optional<Map.Entry<String, String>> reached) {
    synced = reached;
  }

  void remove(String key) {
    keys.remove(key);
  }

  void clear() {
    keys.clear();
    synced = Optional.empty();
  }

  /**
   * Seconds until one more change may be made; 0 where it may be now, and then it counts.
   *
   * @param now in nanoseconds
   */
  long secondsToWait(long now) {
    if (changes == 0 || now - since >= MINUTE_NANOS) {
      since = now;
      changes = 0;
    }
    boolean mayChange = changes < MAX_CHANGES;
    changes += mayChange ? 1 : 0;
    return mayChange ? 0 : 1 + TimeUnit.NANOSECONDS.toSeconds(MINUTE_NANOS - (now - since));
  }
}
