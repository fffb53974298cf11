package conclave.client;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the rooms that a session comes back to are those that it was in. While it was away a room
 * may have got another name, and then whoever asks for the old one makes a new room with it, unless
 * the server is told which room is meant. A room is its log, with whose identity its message ids
 * begin. Used by one thread.
 */
final class Return {
  private static final String UNKNOWN = "";

  /** The rooms that this connection is in, and the log of each. */
  private final Map<String, String> here = new HashMap<>();

  /** The rooms that a connection before it was in, and that are not yet come back to. */
  private final Map<String, String> before = new HashMap<>();

  /** The rooms that are asked for, by their labels. */
  private final Map<String, String> asked = new LinkedHashMap<>();

  /** Rooms in which the user was found alone, as their founder. */
  private final Set<String> founded = new HashSet<>();

  /** A connection asks for these rooms; returns each by the label to ask under. */
  Map<String, String> begin(List<String> rooms) {
    before.putAll(here);
    here.clear();
    founded.clear();
    Set<String> wanted = rooms.stream().map(Interpreter::fold).collect(Collectors.toSet());
    before.keySet().retainAll(wanted);
    asked.clear();
    rooms.forEach(room -> asked.put("room" + asked.size(), room));
    return new LinkedHashMap<>(asked);
  }

  /** The rooms of which it is to be seen whether they are those of before. */
  Set<String> expected() {
    return Set.copyOf(before.keySet());
  }

  /** The log of a room that is not yet come back to, where that is known. */
  Optional<String> logOf(String room) {
    return Optional.ofNullable(before.get(Interpreter.fold(room))).filter(log -> !log.isEmpty());
  }

  /** The room that was asked for under this label, which is answered now. */
  Optional<String> asked(String label) {
    return Optional.ofNullable(asked.remove(label));
  }

  void note(Event event) {
    if (event instanceof Event.Joined joined && joined.own()) {
      here.putIfAbsent(Interpreter.fold(joined.room()), UNKNOWN);
    } else if (event instanceof Event.Parted parted && parted.own()) {
      left(parted.room());
    } else if (event instanceof Event.Kicked kicked && kicked.own()) {
      left(kicked.room());
    } else if (event instanceof Event.RoomRenamed renamed) {
      renamed(Interpreter.fold(renamed.room()), Interpreter.fold(renamed.to()));
    } else if (event instanceof Event.Names names && isAlone(names.names())) {
      founded.add(Interpreter.fold(names.room()));
    }
  }

  private static boolean isAlone(List<String> names) {
    return names.size() == 1 && names.get(0).startsWith("~");
  }

  private void left(String room) {
    here.remove(Interpreter.fold(room));
  }

  private void renamed(String room, String to) {
    String old = before.remove(room); // what was said there has followed it
    String log = here.remove(room);
    if (log != null) {
      here.put(to, log);
    } else if (old != null) {
      here.replace(to, UNKNOWN, old);
    }
  }

  /** A line whose event is noted: its id tells the log of the room that it is of. */
  void heard(IrcLine line) {
    String id = line.tags().getOrDefault("msgid", "");
    int end = id.indexOf('-');
    if (end > 0 && !line.command().equals("RENAME")) {
      here.computeIfPresent(Interpreter.fold(line.param(0)), (room, log) -> id.substring(0, end));
    }
  }

  /** Where the room is that had this name before the loss; nothing if that is not known. */
  Optional<String> whereIs(String room) {
    String key = Interpreter.fold(room);
    String log = before.remove(key);
    String now = here.getOrDefault(key, UNKNOWN);
    if (log == null || log.equals(now)) {
      return Optional.of(room);
    }
    Optional<String> moved =
        here.entrySet().stream()
            .filter(one -> !log.equals(UNKNOWN) && one.getValue().equals(log))
            .map(Map.Entry::getKey)
            .findFirst();
    // Who has come in was told its id; who was not told has never been out.
    boolean isOther = !now.equals(UNKNOWN) && (!log.equals(UNKNOWN) || founded.contains(key));
    if (moved.isPresent() || isOther) {
      return moved;
    }
    here.replace(key, UNKNOWN, log);
    return Optional.of(room);
  }
}
