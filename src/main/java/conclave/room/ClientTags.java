package conclave.room;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a sender has hung on a message for the readers' programs (IRCv3 message-tags, client-only
 * tags). They are passed on as they are, and mean nothing to the server. Immutable.
 *
 * @param all their values by their names, which begin with {@code +}; an empty value for none
 */
public record ClientTags(Map<String, String> all) {
  private static final Set<String> PASSING = Set.of("+typing", "+draft/typing");

  /** No tags. */
  public static final ClientTags NONE = new ClientTags(Map.of());

  public ClientTags {
    all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
  }

  /** Do they tell more than that somebody is writing, which is of no use to anybody later? */
  public boolean areLasting() {
    return !PASSING.containsAll(all.keySet());
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }
}
