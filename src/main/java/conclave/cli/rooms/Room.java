package conclave.cli.rooms;

import conclave.client.Event;
import conclave.client.Target;
import conclave.name.CaseFold;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A room or conversation: the end of what happened there, and who is there. */
final class Room {
  static final int KEPT = 500;
  static final int MAX_MEMBERS = 20_000;
  private static final int MAX_SPEAKERS = 200;
  private static final int SEEN_SHOWN = 5;

  private final Deque<Event> events = new ArrayDeque<>();
  private final Map<String, String> members = new LinkedHashMap<>();
  private final Map<String, String> speakers = new LinkedHashMap<>(); // the last one last
  private String name;
  private String topic = "";
  private Optional<String> oldest = Optional.empty();
  private int fresh; // events at the end that came while another room was in front
  private int unread;
  private int calls;
  private boolean returned;

  Room(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  boolean isConversation() {
    return !Target.isRoom(name);
  }

  boolean isNamed(String other) {
    return CaseFold.fold(name).equals(CaseFold.fold(other));
  }

  void rename(String to) {
    name = to;
  }

  /** The user is in it again: what is replayed from now on was missed. */
  void returned() {
    returned = true;
  }

  void add(Event event, boolean isInFront, boolean isCall) {
    events.addLast(event);
    fresh = isInFront ? 0 : fresh + 1;
    if (events.size() > KEPT) {
      events.removeFirst();
      fresh = Math.min(fresh, KEPT);
    }
    if (event instanceof Event.Said said) {
      spoke(said);
      boolean isOld = said.replayed() && !returned && !isConversation();
      if (!isInFront && !said.own() && !isOld) {
        unread++;
        calls += isCall ? 1 : 0;
      }
    }
  }

  private void spoke(Event.Said said) {
    if (oldest.isEmpty() && !said.id().isEmpty()) {
      oldest = Optional.of(said.id());
    }
    if (!said.own()) {
      speakers.remove(CaseFold.fold(said.who()));
      speakers.put(CaseFold.fold(said.who()), said.who());
      if (speakers.size() > MAX_SPEAKERS) {
        speakers.remove(speakers.keySet().iterator().next());
      }
    }
  }

  /** The id of the earliest message that was shown. */
  Optional<String> oldest() {
    return oldest;
  }

  void oldest(String id) {
    oldest = Optional.of(id);
  }

  /** What is new for somebody who comes to it, who has seen it then. */
  Page open() {
    List<Event> all = List.copyOf(events);
    int begin = all.size() - Math.min(fresh, all.size());
    List<Event> before = all.subList(Math.max(0, begin - SEEN_SHOWN), begin);
    List<Event> since = all.subList(begin, all.size());
    long messages = since.stream().filter(Event.Said.class::isInstance).count();
    int missing = (int) Math.max(0, unread - messages);
    fresh = 0;
    unread = 0;
    calls = 0;
    return new Page(name, topic, before, since, missing);
  }

  int unread() {
    return unread;
  }

  int calls() {
    return calls;
  }

  String topic() {
    return topic;
  }

  void topic(String about) {
    topic = about;
  }

  void members(List<String> names) {
    members.clear();
    names.forEach(this::came);
  }

  void came(String nick) {
    String bare = nick.replaceFirst("^[~&@%+]+", "");
    if (members.size() < MAX_MEMBERS && !bare.isEmpty()) {
      members.put(CaseFold.fold(bare), bare);
    }
  }

  /** Whether somebody of this nick was there, and is not any more. */
  boolean left(String nick) {
    speakers.remove(CaseFold.fold(nick));
    return members.remove(CaseFold.fold(nick)) != null;
  }

  boolean hasMember(String nick) {
    return members.containsKey(CaseFold.fold(nick)) || (isConversation() && isNamed(nick));
  }

  void renamed(String nick, String now) {
    boolean spoke = speakers.containsKey(CaseFold.fold(nick));
    if (left(nick)) {
      came(now);
    }
    if (spoke) {
      speakers.put(CaseFold.fold(now), now);
    }
  }

  int size() {
    return members.size();
  }

  /** Who is there, who spoke last first. */
  List<String> nicks() {
    Map<String, String> nicks = new LinkedHashMap<>();
    List<Map.Entry<String, String>> spoke = new ArrayList<>(speakers.entrySet());
    for (int i = spoke.size() - 1; i >= 0; i--) {
      nicks.put(spoke.get(i).getKey(), spoke.get(i).getValue());
    }
    members.forEach(nicks::putIfAbsent);
    return List.copyOf(nicks.values());
  }
}
