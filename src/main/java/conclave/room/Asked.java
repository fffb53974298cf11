package conclave.room;

import conclave.name.Nick;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Who is asked into a room and has not come yet. Where they are too many, the oldest goes. */
final class Asked {
  private static final int MAX = 200;

  private final Set<String> nicks = new LinkedHashSet<>();

  boolean has(Nick nick) {
    return nicks.contains(nick.key());
  }

  /** Is this one new? */
  boolean add(Nick nick) {
    boolean isNew = nicks.add(nick.key());
    if (nicks.size() > MAX) {
      Iterator<String> oldest = nicks.iterator();
      oldest.next();
      oldest.remove();
    }
    return isNew;
  }

  void addAll(List<String> others) {
    nicks.addAll(others);
  }

  List<String> all() {
    return List.copyOf(nicks);
  }

  void remove(Nick nick) {
    nicks.remove(nick.key());
  }
}
