package conclave.cli;

import conclave.name.CaseFold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rooms that the user is in, numbered from 1, and the one that is spoken in. */
final class OpenRooms {
  private final List<String> rooms = new ArrayList<>();
  private String current = "";
  private String wanted = "";

  /** The user asked for this room: once open, it is the current one. */
  synchronized void want(String room) {
    wanted = fold(room);
  }

  synchronized void opened(String room) {
    if (rooms.stream().noneMatch(open -> fold(open).equals(fold(room)))) {
      rooms.add(room);
    }
    if (current.isEmpty() || fold(room).equals(wanted)) {
      current = room;
      wanted = "";
    }
  }

  synchronized void renamed(String room, String to) {
    rooms.replaceAll(open -> fold(open).equals(fold(room)) ? to : open);
    if (fold(current).equals(fold(room))) {
      current = to;
    }
  }

  synchronized void closed(String room) {
    rooms.removeIf(open -> fold(open).equals(fold(room)));
    if (fold(current).equals(fold(room))) {
      current = rooms.isEmpty() ? "" : rooms.get(0);
    }
  }

  /** Goes to a room by its number or name; false if it is not open. */
  synchronized boolean go(String numberOrName) {
    Optional<String> found =
        numberOrName.matches("[0-9]{1,4}")
            ? at(Integer.parseInt(numberOrName))
            : rooms.stream()
                .filter(open -> fold(open).equals(fold(named(numberOrName))))
                .findFirst();
    found.ifPresent(room -> current = room);
    return found.isPresent();
  }

  /** The room that is spoken in; empty if none is open. */
  synchronized Optional<String> current() {
    return current.isEmpty() ? Optional.empty() : Optional.of(current);
  }

  synchronized List<String> all() {
    return List.copyOf(rooms);
  }

  /** The room's full name, where the sign before it may be left out. */
  static String named(String room) {
    return room.startsWith("#") || room.startsWith("&") ? room : "#" + room;
  }

  private Optional<String> at(int number) {
    return number >= 1 && number <= rooms.size()
        ? Optional.of(rooms.get(number - 1))
        : Optional.empty();
  }

  static String fold(String room) {
    return CaseFold.fold(room);
  }
}
