package conclave.it;

import static org.assertj.core.api.Assertions.fail;

import conclave.client.IrcLine;
import conclave.name.CaseFold;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One client, which keeps what it is shown as clients do: its nick, its rooms, who is in them, and
 * what was said there. It fails where it is shown what is not for it.
 */
final class Wanderer {
  /** A message that was shown, and in which of its stays in the room. */
  record Heard(int stay, String id) {}

  /** From a JOIN until one is gone, with those who are seen there, by their keys. */
  private record Stay(int number, Set<String> members) {}

  private static final String FENCE = "settled";

  private final String name;
  private final Chronicle chronicle;
  private final Map<String, Stay> rooms = new TreeMap<>();
  private final Map<String, List<Heard>> heard = new HashMap<>();
  private final Set<String> unnamed = new HashSet<>();
  private final Map<String, String> batches = new HashMap<>();
  private Peer peer;
  private String nick;
  private int stays;
  private int fences;
  private boolean mayEnd;
  private boolean isOver;

  Wanderer(String name, Chronicle chronicle, Peer peer) {
    this.name = name;
    this.chronicle = chronicle;
    this.peer = peer;
    this.nick = name;
  }

  String name() {
    return name;
  }

  String nick() {
    return nick;
  }

  Set<String> rooms() {
    return rooms.keySet();
  }

  /** Whom it sees in one of its rooms. */
  Set<String> membersOf(String room) {
    return Objects.requireNonNull(rooms.get(room)).members;
  }

  /** What it has been shown in a room, in order. */
  List<Heard> heardIn(String room) {
    return heard.getOrDefault(room, List.of());
  }

  Set<String> roomsHeard() {
    return heard.keySet();
  }

  boolean isOver() {
    return isOver;
  }

  /** It does what may end its connection. */
  void mayEnd() {
    mayEnd = true;
  }

  /** Comes back as somebody new. */
  void comeBack(Peer another, String as) {
    peer = another;
    nick = as;
    rooms.clear();
    unnamed.clear();
    batches.clear();
    mayEnd = false;
    isOver = false;
  }

  void send(byte[] line) {
    chronicle.add(name + "> " + new String(line, StandardCharsets.ISO_8859_1));
    byte[] whole = Arrays.copyOf(line, line.length + 2);
    whole[line.length] = '\r';
    whole[line.length + 1] = '\n';
    try {
      peer.sendBytes(whole);
    } catch (UncheckedIOException e) {
      if (!mayEnd) {
        throw e;
      }
    }
  }

  /** Asks the server whether it has done all that was asked of it. */
  void fence() {
    send(("PING " + FENCE + ++fences).getBytes(StandardCharsets.UTF_8));
  }

  /** Hears all up to the answer to the last fence, which must come unless it has gone. */
  List<IrcLine> hearAll() {
    List<IrcLine> lines = new ArrayList<>();
    while (!isOver) {
      Optional<String> line = peer.next();
      if (line.isEmpty()) {
        ended();
        break;
      }
      chronicle.add(name + "< " + line.get());
      IrcLine read = IrcLine.parse(line.get());
      if (read.command().equals("PONG") && read.text().equals(FENCE + fences)) {
        break;
      }
      hear(read);
      lines.add(read);
    }
    return lines;
  }

  private void ended() {
    isOver = true;
    if (!mayEnd) {
      fail(name + " was disconnected");
    }
  }

  private void hear(IrcLine line) {
    switch (line.command()) {
      case "BATCH" -> batch(line);
      case "001" -> nick = line.param(0);
      case "JOIN" -> joined(line);
      case "PART" -> gone(line, line.nick());
      case "KICK" -> gone(line, line.param(1));
      case "QUIT" -> rooms.values().forEach(in -> in.members.remove(key(line.nick())));
      case "NICK" -> renamed(line.nick(), line.param(0));
      case "353" -> named(line);
      case "366" -> unnamed.remove(key(line.param(1)));
      case "TOPIC", "MODE" -> mustBeIn(line);
      case "PRIVMSG", "NOTICE", "TAGMSG" -> said(line);
      default -> {}
    }
  }

  private boolean isOfThePast(IrcLine line) {
    String batch = line.tags().getOrDefault("batch", "");
    return batches.getOrDefault(batch, "").equals("chathistory");
  }

  private void batch(IrcLine line) {
    String reference = line.param(0).substring(1);
    if (line.param(0).startsWith("-")) {
      batches.remove(reference);
      return;
    }
    batches.put(reference, isOfThePast(line) ? "chathistory" : line.param(1));
    if (line.param(1).equals("draft/multiline")) {
      keep(line.param(2), line);
    }
  }

  private void joined(IrcLine line) {
    String room = key(line.param(0));
    if (isSelf(line.nick())) {
      if (rooms.put(room, new Stay(++stays, new TreeSet<>())) != null) {
        fail(name + " came twice into " + room);
      }
      unnamed.add(room);
    }
    mustBeIn(line);
    membersOf(room).add(key(line.nick()));
  }

  private void gone(IrcLine line, String who) {
    mustBeIn(line);
    String room = key(line.param(0));
    membersOf(room).remove(key(who));
    if (isSelf(who)) {
      rooms.remove(room);
    }
  }

  private void renamed(String from, String to) {
    if (isSelf(from)) {
      nick = to;
    }
    for (Stay in : rooms.values()) {
      if (in.members.remove(key(from))) {
        in.members.add(key(to));
      }
    }
  }

  private void named(IrcLine line) {
    String room = key(line.param(2));
    if (unnamed.contains(room)) {
      membersOf(room).addAll(names(line));
    }
  }

  /** The keys of the nicks in a 353. */
  static Set<String> names(IrcLine line) {
    Set<String> names = new TreeSet<>();
    for (String word : line.text().split(" ")) {
      String bare = word.replaceFirst("^[~&@%+]+", "").replaceFirst("!.*", "");
      names.add(key(bare));
    }
    return names;
  }

  /** What stands in the batch of a message of several lines has been kept with that. */
  private void said(IrcLine line) {
    String batch = batches.getOrDefault(line.tags().getOrDefault("batch", ""), "");
    if (!batch.equals("draft/multiline")) {
      keep(line.param(0), line);
    }
  }

  /** What is for some of the room, or was said before, is not looked at. */
  private void keep(String target, IrcLine line) {
    if (!target.startsWith("#") || isOfThePast(line)) {
      return;
    }
    Stay stay = rooms.get(key(target));
    if (stay == null && !isSelf(line.nick())) {
      fail(name + " is shown what is said in " + target);
    }
    String id = line.tags().get("msgid");
    if (stay != null && id != null) {
      heard.computeIfAbsent(key(target), room -> new ArrayList<>()).add(new Heard(stay.number, id));
    }
  }

  private void mustBeIn(IrcLine line) {
    String target = line.param(0);
    if (target.startsWith("#") && !rooms.containsKey(key(target))) {
      fail(name + " is not in " + target + ", and is shown " + line);
    }
  }

  private boolean isSelf(String who) {
    return key(who).equals(key(nick));
  }

  static String key(String text) {
    return CaseFold.fold(text);
  }
}
