package conclave.cli.rooms;

import conclave.client.Event;
import conclave.client.Target;
import conclave.name.CaseFold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rooms and conversations that are open, numbered from 1, and the one in front, which is spoken
 * in. Safe for several threads.
 */
public final class Rooms {
  /** Anybody can begin a conversation; the oldest one makes place. */
  static final int MAX_CONVERSATIONS = 100;

  private final List<Room> rooms = new ArrayList<>();
  private @Nullable Room front;
  private String wanted = "";
  private String nick = "";

  /** The user asked for this room: once open, it is in front. */
  public synchronized void want(String room) {
    wanted = CaseFold.fold(room);
  }

  /** Takes note of an event; returns where it belongs. */
  public synchronized Placing note(Event event) {
    if (event instanceof Event.Connected connected) {
      nick = connected.nick();
    } else if (event instanceof Event.Said said) {
      return said(said);
    } else if (event instanceof Event.Joined joined) {
      return joined(joined);
    } else if (event instanceof Event.Parted parted) {
      return left(parted, parted.room(), parted.who(), parted.own());
    } else if (event instanceof Event.Kicked kicked) {
      return left(kicked, kicked.room(), kicked.who(), kicked.own());
    } else if (event instanceof Event.Quit quit) {
      return ofAllWith(quit, quit.who(), room -> room.left(quit.who()));
    } else if (event instanceof Event.NickChanged changed) {
      return nickChanged(changed);
    } else if (event instanceof Event.Past past) {
      return past(past);
    } else {
      return ofRoom(event);
    }
    return Placing.NOWHERE;
  }

  /** Those events that are of one room by what they say. */
  private Placing ofRoom(Event event) {
    if (event instanceof Event.RoomRenamed renamed) {
      return find(renamed.room()).map(room -> renamed(room, renamed)).orElse(Placing.NOWHERE);
    }
    if (event instanceof Event.TopicChanged changed) {
      find(changed.room()).ifPresent(room -> room.topic(changed.topic()));
      return changed.who().isEmpty() ? passing(changed.room()) : kept(changed, changed.room());
    }
    if (event instanceof Event.Names names) {
      find(names.room()).ifPresent(room -> room.members(names.names()));
      return passing(names.room());
    }
    if (event instanceof Event.ModeChanged changed) {
      return kept(changed, changed.target());
    }
    if (event instanceof Event.NotSaid lost) {
      return kept(lost, lost.target());
    }
    if (event instanceof Event.Typing typing) {
      return passing(typing.target().equals(nick) ? typing.who() : typing.target());
    }
    return Placing.NOWHERE;
  }

  /** Goes to a room by its number or name; false if it is not open. */
  public synchronized boolean go(String numberOrName) {
    Optional<Room> found =
        numberOrName.matches("[0-9]{1,4}")
            ? at(Integer.parseInt(numberOrName))
            : find(named(numberOrName)).or(() -> find(numberOrName));
    found.ifPresent(room -> front = room);
    return found.isPresent();
  }

  /** Goes so many rooms on, round and round; false if there is no other. */
  public synchronized boolean step(int by) {
    if (rooms.size() < 2) {
      return false;
    }
    front = rooms.get(Math.floorMod(front == null ? 0 : rooms.indexOf(front) + by, rooms.size()));
    return true;
  }

  /** Goes to the next room where this user is spoken to, or else something is unread. */
  public synchronized boolean goToUnread() {
    Optional<Room> next =
        nextWith(room -> room.calls() > 0).or(() -> nextWith(room -> room.unread() > 0));
    next.ifPresent(room -> front = room);
    return next.isPresent();
  }

  /** Opens the conversation with somebody, if it is not open, and goes to it. */
  public synchronized void converse(String with) {
    front = find(with).orElseGet(() -> opened(with));
  }

  /** Forgets a conversation; false if there is none. */
  public synchronized boolean endConversation(String with) {
    Optional<Room> found = find(with).filter(Room::isConversation);
    found.ifPresent(this::close);
    return found.isPresent();
  }

  /** What to show of the room in front, which is read by that; nothing if none is open. */
  public synchronized Optional<Page> open() {
    return Optional.ofNullable(front).map(Room::open);
  }

  /** The room that is spoken in; empty if none is open. */
  public synchronized Optional<String> current() {
    return Optional.ofNullable(front).map(Room::name);
  }

  public synchronized boolean isConversation() {
    return front != null && front.isConversation();
  }

  /** What the room in front is about, where that is known. */
  public synchronized String topic() {
    return front == null ? "" : front.topic();
  }

  /** How many are in the room in front; 0 where that is not known. */
  public synchronized int members() {
    return front == null ? 0 : front.size();
  }

  /** Who is in the room in front, who spoke last first. */
  public synchronized List<String> nicks() {
    return front == null ? List.of() : front.nicks();
  }

  /** The id of the earliest message of it that was shown. */
  public synchronized Optional<String> oldest(String room) {
    return find(room).flatMap(Room::oldest);
  }

  public synchronized List<Tab> all() {
    List<Tab> tabs = new ArrayList<>();
    for (Room room : rooms) {
      int number = tabs.size() + 1;
      tabs.add(new Tab(number, room.name(), room.unread(), room.calls(), isInFront(room)));
    }
    return tabs;
  }

  public synchronized String nick() {
    return nick;
  }

  /** The room's full name, where the sign before it may be left out. */
  public static String named(String room) {
    return Target.isRoom(room) ? room : "#" + room;
  }

  private Placing said(Event.Said said) {
    boolean isOfRoom = Target.isRoom(said.target());
    String name = isOfRoom || said.own() ? said.target() : said.who();
    if (isOfRoom && find(name).isEmpty()) {
      return Placing.NOWHERE;
    }
    Room room = find(name).orElseGet(() -> opened(name));
    boolean calls = !said.own() && (!isOfRoom || Mention.of(nick, said.text()));
    room.add(said, isInFront(room), calls);
    return new Placing(List.of(room.name()), isInFront(room), calls);
  }

  private Placing joined(Event.Joined joined) {
    if (joined.own()) {
      find(joined.room()).ifPresentOrElse(Room::returned, () -> enter(joined));
      if (CaseFold.fold(joined.room()).equals(wanted)) {
        front = find(joined.room()).orElse(front);
        wanted = "";
      }
    }
    find(joined.room()).ifPresent(room -> room.came(joined.who()));
    return joined.own() ? passing(joined.room()) : kept(joined, joined.room());
  }

  private void enter(Event.Joined joined) {
    Room room = opened(joined.room());
    room.add(joined, true, false); // whoever comes in has seen it
    front = front == null ? room : front;
  }

  private Placing left(Event event, String name, String who, boolean isOwn) {
    Placing placing = kept(event, name);
    find(name).ifPresent(isOwn ? this::close : room -> room.left(who));
    return placing;
  }

  private Placing nickChanged(Event.NickChanged changed) {
    if (changed.own()) {
      nick = changed.now();
    }
    Placing placing =
        ofAllWith(changed, changed.before(), room -> room.renamed(changed.before(), changed.now()));
    if (find(changed.now()).isEmpty()) {
      find(changed.before())
          .filter(Room::isConversation)
          .ifPresent(room -> room.rename(changed.now()));
    }
    return placing;
  }

  private Placing past(Event.Past past) {
    if (past.isFound() || past.said().isEmpty()) {
      return Placing.NOWHERE;
    }
    String oldest = past.said().get(0).id();
    find(past.target()).filter(room -> !oldest.isEmpty()).ifPresent(room -> room.oldest(oldest));
    return passing(past.target());
  }

  private Placing renamed(Room room, Event.RoomRenamed renamed) {
    room.rename(renamed.to());
    return kept(renamed, renamed.to());
  }

  /** What happens to everybody who shares a room with somebody. */
  private Placing ofAllWith(Event event, String who, Consumer<Room> change) {
    List<Room> shared = rooms.stream().filter(room -> room.hasMember(who)).toList();
    shared.forEach(room -> room.add(event, isInFront(room), false));
    shared.forEach(change);
    return new Placing(
        shared.stream().map(Room::name).toList(), shared.stream().anyMatch(this::isInFront), false);
  }

  private Placing kept(Event event, String name) {
    find(name).ifPresent(room -> room.add(event, isInFront(room), false));
    return passing(name);
  }

  private Placing passing(String name) {
    return find(name)
        .map(room -> new Placing(List.of(room.name()), isInFront(room), false))
        .orElse(Placing.NOWHERE);
  }

  private Room opened(String name) {
    Room room = new Room(name);
    if (room.isConversation()) {
      List<Room> conversations = rooms.stream().filter(Room::isConversation).toList();
      if (conversations.size() >= MAX_CONVERSATIONS) {
        conversations.stream().filter(one -> !isInFront(one)).findFirst().ifPresent(rooms::remove);
      }
    }
    rooms.add(room);
    return room;
  }

  private void close(Room room) {
    int at = rooms.indexOf(room);
    rooms.remove(room);
    if (isInFront(room)) {
      front = rooms.isEmpty() ? null : rooms.get(Math.min(at, rooms.size() - 1));
    }
  }

  private Optional<Room> nextWith(Predicate<Room> wish) {
    int from = front == null ? 0 : rooms.indexOf(front) + 1;
    for (int i = 0; i < rooms.size(); i++) {
      Room room = rooms.get((from + i) % rooms.size());
      if (!isInFront(room) && wish.test(room)) {
        return Optional.of(room);
      }
    }
    return Optional.empty();
  }

  private boolean isInFront(Room room) {
    return room.equals(front);
  }

  private Optional<Room> find(String name) {
    return rooms.stream().filter(room -> room.isNamed(name)).findFirst();
  }

  private Optional<Room> at(int number) {
    return number >= 1 && number <= rooms.size()
        ? Optional.of(rooms.get(number - 1))
        : Optional.empty();
  }
}
