package conclave.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import conclave.client.IrcLine;
import conclave.proof.Message;
import conclave.proof.Witness;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who talks without a pause, comes back after every loss, and sends again what was not
 * answered. It does so on a thread of its own, and is asked things on another.
 */
final class Talker implements Runnable {
  /** A former self may still be there, for as long as an owner that has died is not given up. */
  private static final int TRIES = 5;

  private static final String CAPABILITIES =
      "message-tags server-time batch echo-message labeled-response conclave/id draft/chathistory";

  /** Who has all answers hears nothing while others wait for theirs. */
  private static final Duration SILENCE = Duration.ofMinutes(5);

  /** So much is on its way at once. */
  private static final int AT_ONCE = 12;

  /** Who is refused asks again, and not at once. */
  private static final long PAUSE_NANOS = 20_000_000;

  private static final String BEGINNING = "timestamp=2000-01-01T00:00:00.000Z";

  private record Sent(String target, String text) {}

  private final Witness witness;
  private final String partner;
  private final List<String> rooms;
  private final Entrance entrance;
  private final Random random;

  /** What is not answered, by its id, in the order in which it was first sent. */
  private final Map<String, Sent> open = Collections.synchronizedMap(new LinkedHashMap<>());

  private final Deque<String> again = new ArrayDeque<>();
  private final Set<String> resent = new HashSet<>();

  /** How far each place was read. */
  private final Map<String, String> read = new HashMap<>();

  private int count;
  private volatile boolean isCut;
  private volatile boolean isFinishing;
  private volatile boolean isSilent;
  private volatile boolean isLeaving;
  private volatile @Nullable Peer now;

  /**
   * A talker.
   *
   * @param partner whom this one talks to directly
   */
  Talker(String name, String partner, List<String> rooms, Entrance entrance, Random random) {
    this.witness = new Witness(name);
    this.partner = partner;
    this.rooms = List.copyOf(rooms);
    this.entrance = entrance;
    this.random = random;
  }

  Witness witness() {
    return witness;
  }

  /** Breaks off in the middle of the next line. */
  void cut() {
    isCut = true;
  }

  /** Says nothing new. */
  void finish() {
    isFinishing = true;
  }

  /** Is nothing new said, and all answered? It stays, to be talked to. */
  boolean isSilent() {
    return isSilent;
  }

  /** What it has no answer to. */
  List<String> unanswered() {
    return List.copyOf(open.values()).stream().map(Sent::text).toList();
  }

  /** Goes, once it is silent. */
  void leave() {
    isLeaving = true;
    Peer peer = now;
    if (peer != null) {
      peer.hangUp();
    }
  }

  @Override
  public void run() {
    while (!isLeaving) {
      try (Peer peer = entrance.enter()) {
        now = peer;
        if (logIn(peer)) {
          live(peer);
        }
      } catch (UncheckedIOException gone) {
        // killed while it was spoken to: it is there again soon
      }
    }
  }

  private boolean logIn(Peer peer) {
    peer.send("CAP REQ :" + CAPABILITIES);
    peer.send("PASS " + witness.name() + ":" + Door.PASSWORD);
    peer.send("NICK " + witness.name());
    peer.send("USER " + witness.name() + " 0 * :" + witness.name());
    peer.send("CAP END");
    if (!isWelcomed(peer)) {
      return false;
    }
    witness.connected();
    peer.send("JOIN " + String.join(",", rooms));
    if (entrance.losesRefusals()) {
      open.values().forEach(sent -> witness.refused(place(sent.target), sent.text));
    }
    resent.clear();
    resent.addAll(open.keySet());
    again.clear();
    again.addAll(open.keySet());
    return true;
  }

  /** Who is refused because the store is away, or a former self still there, comes again. */
  private static boolean isWelcomed(Peer peer) {
    for (Optional<String> line = peer.next(); line.isPresent(); line = peer.next()) {
      String command = IrcLine.parse(line.get()).command();
      if (Set.of("422", "433", "FAIL").contains(command)) {
        return command.equals("422");
      }
    }
    return false;
  }

  private void live(Peer peer) {
    Set<String> entered = new HashSet<>();
    boolean isBehind = true;
    while (true) {
      if (isBehind && entered.size() == rooms.size()) {
        isBehind = false;
        if (!readOn(peer)) {
          return;
        }
      }
      if (!isBehind) {
        speak(peer);
        isSilent = isFinishing && open.isEmpty();
      }
      Optional<String> line = peer.next(isSilent ? SILENCE : Peer.PATIENCE);
      if (line.isEmpty()) {
        return;
      }
      IrcLine heard = IrcLine.parse(line.get());
      if (isBehind && heard.command().equals("FAIL")) {
        return; // the store was away: it comes again
      }
      if (heard.command().equals("366")) {
        entered.add(heard.param(1));
      }
      hear(heard);
    }
  }

  /** What was asked before goes first, in its order. */
  private void speak(Peer peer) {
    int underWay = open.size() - again.size();
    for (String id = again.poll(); id != null; id = underWay < AT_ONCE ? again.poll() : null) {
      Sent sent = open.get(id);
      if (sent != null) {
        send(peer, id, sent);
        underWay++;
      }
    }
    while (underWay < AT_ONCE && again.isEmpty() && !isFinishing) {
      String target = random.nextInt(4) == 0 ? partner : rooms.get(random.nextInt(rooms.size()));
      Sent sent = new Sent(target, witness.name() + "-" + ++count);
      String id = new UUID(random.nextLong(), random.nextLong()).toString();
      open.put(id, sent);
      witness.sent(place(target), sent.text);
      send(peer, id, sent);
      underWay++;
    }
  }

  private void send(Peer peer, String id, Sent sent) {
    String line =
        "@conclave/id=" + id + ";label=" + id + " PRIVMSG " + sent.target + " :" + sent.text;
    if (isCut) {
      isCut = false;
      peer.sendBytes(line.substring(0, line.length() - 2).getBytes(UTF_8));
      peer.hangUp();
    } else {
      peer.send(line);
    }
  }

  private String place(String target) {
    return target.startsWith("#") ? target : Message.between(witness.name(), target);
  }

  private void hear(IrcLine line) {
    String label = line.tags().getOrDefault("label", "");
    if (line.command().equals("PRIVMSG")) {
      Message message = Pages.message(line);
      if (message.author().equals(witness.name())) {
        witness.echoed(message);
      }
      if (!resent.contains(label)) {
        witness.received(message);
      }
      open.remove(label);
    } else if (!label.isEmpty() && open.containsKey(label)) {
      // Nobody of that name is here yet, or the store was away: it is the same message later.
      if (line.command().equals("FAIL")) {
        Sent refused = open.get(label);
        witness.refused(place(refused.target), refused.text);
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      resent.add(label);
      again.add(label);
    }
  }

  private List<String> places() {
    List<String> places = new ArrayList<>(rooms);
    places.add(partner);
    return places;
  }

  /** Reads what was said since it has read last. */
  private boolean readOn(Peer peer) {
    for (String target : places()) {
      Optional<List<Message>> more = read(peer, target, read.getOrDefault(target, BEGINNING));
      if (more.isEmpty()) {
        return false;
      }
      witness.read(more.get());
    }
    return true;
  }

  /** Reads all places from their beginning to their end, and keeps that as the logs. */
  void readAll() {
    try (Peer peer = entered()) {
      rooms.forEach(room -> peer.await("* 366 *"));
      for (String target : places()) {
        witness.log(place(target), read(peer, target, BEGINNING).orElseThrow());
      }
    }
  }

  private Peer entered() {
    for (int i = 0; i < TRIES; i++) {
      Peer peer = entrance.enter();
      if (logIn(peer)) {
        return peer;
      }
      peer.close();
    }
    throw new AssertionError(witness.name() + " is not let in any more");
  }

  private Optional<List<Message>> read(Peer peer, String target, String from) {
    Pages pages = new Pages(peer, this::hear);
    Optional<List<Message>> all = pages.after(target, from);
    pages.last().ifPresent(mark -> read.put(target, mark));
    return all;
  }
}
