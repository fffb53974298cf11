package conclave.handler;

import conclave.command.MetadataAnswer.Item;
import conclave.command.User;
import conclave.name.Nick;
import conclave.room.Member;
import conclave.room.RoomView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Takes what the members of a room say in parts, in the order of their nicks: a room may have more
 * of it than fits into one answer.
 */
final class MetadataPages {
  /** The nick before all others. */
  static final String START = "";

  /**
   * One part.
   *
   * @param last the key of the last nick in it; nothing where no more follows
   */
  record Page(List<Item> items, Optional<String> last) {}

  private final Function<Nick, Optional<User>> users;
  private final Collection<String> keys;
  private final int size;

  /**
   * Parts of what these users say.
   *
   * @param size how many values may fill a part; it ends with the user that fills it
   */
  MetadataPages(Function<Nick, Optional<User>> users, Collection<String> keys, int size) {
    this.users = users;
    this.keys = keys;
    this.size = size;
  }

  /** What those behind this nick's key say; the room's members are walked over once. */
  Page after(String nick, RoomView room) {
    NavigableMap<String, List<Item>> next = new TreeMap<>();
    boolean isCut = false;
    for (Member member : room.members()) {
      String key = member.source().nick().key();
      if (key.compareTo(nick) > 0 && (next.size() < size || key.compareTo(next.lastKey()) < 0)) {
        items(member.source().nick()).ifPresent(items -> next.put(key, items));
      } else {
        isCut |= key.compareTo(nick) > 0;
      }
      if (next.size() > size) {
        next.pollLastEntry();
        isCut = true;
      }
    }
    return page(next, isCut);
  }

  private Optional<List<Item>> items(Nick nick) {
    return users
        .apply(nick)
        .filter(user -> !user.metadata().isEmpty())
        .map(user -> Metadata.items(nick.text(), user.metadata(), keys))
        .filter(items -> !items.isEmpty());
  }

  private Page page(NavigableMap<String, List<Item>> next, boolean isCut) {
    List<Item> items = new ArrayList<>();
    String last = START;
    while (!next.isEmpty() && items.size() < size) {
      last = next.firstKey();
      items.addAll(next.pollFirstEntry().getValue());
    }
    boolean isMore = isCut || !next.isEmpty();
    return new Page(items, isMore ? Optional.of(last) : Optional.empty());
  }
}
