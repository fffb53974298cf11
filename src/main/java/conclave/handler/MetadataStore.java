package conclave.handler;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps what accounts and rooms say of themselves. A target is the key of an account or of a room.
 * Callable on any context; futures complete on the caller's.
 */
public interface MetadataStore {
  /** So many keys a target has. */
  int MAX = 20;

  /** What became of a change. */
  enum Outcome {
    DONE,
    /** It had no such key, which was to be taken away. */
    NOT_SET,
    /** It has as many keys as it may. */
    FULL
  }

  /** All that a target says. */
  Future<Map<String, String>> of(String target);

  /**
   * Sets a key, or takes it away.
   *
   * @param stored is told the outcomes in their order, on whatever thread, before the caller is
   */
  Future<Outcome> put(String target, String key, Optional<String> value, Consumer<Outcome> stored);

  /** Takes all keys away; which those were. */
  Future<List<String>> clear(String target, Consumer<List<String>> stored);
}
