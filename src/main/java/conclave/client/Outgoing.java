package conclave.client;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is said to a server that knows ids, until it is answered. It goes out in its order, a few at
 * once, so that it is never a flood; what a lost connection has left open, or the server is not
 * sure to have, goes out again under the same id, so that it is said once. Safe for several
 * threads.
 */
final class Outgoing {
  static final int MAX = 1_000;
  static final int AT_ONCE = 10;

  /** So often a message goes out again of which the server does not know whether it has it. */
  static final int MAX_AGAIN = 5;

  private static final long PAUSE_MILLIS = 1_000;

  /**
   * A message.
   *
   * @param number rises, in the order in which they were said
   * @param text as the user has said it
   * @param words as they are sent
   * @param doubts how often the server did not know whether it has it
   */
  private record Message(
      long number, String id, String target, String text, String words, int doubts) {
    Message to(String other) {
      return new Message(number, id, other, text, words, doubts);
    }

    Message doubtedOnceMore() {
      return new Message(number, id, target, text, words, doubts + 1);
    }

    /** One line; several are a batch (draft/multiline). */
    List<IrcLine> lines() {
      Map<String, String> tags = new LinkedHashMap<>();
      tags.put("conclave/id", id);
      tags.put("label", id);
      if (words.indexOf('\n') < 0) {
        return List.of(new IrcLine(tags, "", "PRIVMSG", List.of(target, words)));
      }
      String batch = "m" + number;
      List<IrcLine> lines = new ArrayList<>();
      lines.add(new IrcLine(tags, "", "BATCH", List.of("+" + batch, "draft/multiline", target)));
      words
          .lines()
          .map(one -> new IrcLine(Map.of("batch", batch), "", "PRIVMSG", List.of(target, one)))
          .forEach(lines::add);
      lines.add(IrcLine.of("BATCH", "-" + batch));
      return lines;
    }

    Pending pending() {
      return new Pending(target, text);
    }
  }

  private final Object order = new Object();
  private final TreeMap<Long, Message> waiting = new TreeMap<>();
  private final Map<String, Message> sent = new LinkedHashMap<>();
  private final Set<String> doubted = new HashSet<>();
  private final Set<String> held = new HashSet<>();
  private @Nullable Wire wire;
  private boolean pausing;
  private long last;

  /**
   * Says it now, or as soon as it can be.
   *
   * @throws IOException if so much is said already that is not answered
   */
  void say(String target, String text, String words) throws IOException {
    synchronized (this) {
      if (waiting.size() + sent.size() >= MAX) {
        throw new IOException("the server has not yet confirmed " + MAX + " messages");
      }
      String id = UUID.randomUUID().toString();
      waiting.put(++last, new Message(last, id, target, text, words, 0));
    }
    pump();
  }

  /** What is said to these rooms waits until each of them is released. */
  synchronized void hold(Set<String> rooms) {
    held.clear();
    rooms.forEach(room -> held.add(Interpreter.fold(room)));
  }

  /** The user is in this room, or can't be. */
  void release(String room) {
    synchronized (this) {
      held.remove(Interpreter.fold(room));
    }
    pump();
  }

  /** What waits for this room is not said to it; returns what that is. */
  synchronized List<String> giveUp(String room) {
    List<Message> lost = waiting.values().stream().filter(one -> isTo(room, one)).toList();
    lost.forEach(one -> waiting.remove(one.number()));
    notifyAll();
    return lost.stream().map(Message::text).toList();
  }

  /** There is a connection, which has asked for its rooms. */
  void connected(Wire fresh) {
    synchronized (this) {
      wire = fresh;
    }
    pump();
  }

  /** The connection is lost: all that it has not answered goes out again. */
  synchronized void lost() {
    wire = null;
    doubted.clear();
    sent.values().forEach(one -> waiting.put(one.number(), one));
    sent.clear();
  }

  /**
   * The server does not know whether it has the message with this id.
   *
   * @return whether it goes out again once it is answered
   */
  synchronized boolean doubted(String id) {
    Message message = sent.computeIfPresent(id, (same, one) -> one.doubtedOnceMore());
    return message != null && doubted.add(id) && message.doubts() <= MAX_AGAIN;
  }

  /**
   * The message with this id was answered, in whatever way.
   *
   * @return its text, if it is given up though the server may not have it
   */
  List<String> answered(String id) {
    List<String> givenUp = List.of();
    synchronized (this) {
      Message message = sent.remove(id);
      if (message == null) {
        return givenUp;
      }
      if (doubted.remove(id)) {
        if (message.doubts() <= MAX_AGAIN) {
          waiting.put(message.number(), message);
          pause();
          return givenUp;
        }
        givenUp = List.of(message.text());
      }
      notifyAll();
    }
    pump();
    return givenUp;
  }

  /** Nothing goes out for a while, so that what is said again comes before what follows it. */
  private void pause() {
    if (!pausing) {
      pausing = true;
      CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS).execute(this::goOn);
    }
  }

  private void goOn() {
    synchronized (this) {
      pausing = false;
    }
    pump();
  }

  /** What is on its way to a room goes to it under its new name. */
  void renamed(String room, String to) {
    synchronized (this) {
      waiting.replaceAll((number, one) -> isTo(room, one) ? one.to(to) : one);
      sent.replaceAll((id, one) -> isTo(room, one) ? one.to(to) : one);
    }
    pump(); // the old name may have been held
  }

  private static boolean isTo(String room, Message message) {
    return Interpreter.fold(message.target()).equals(Interpreter.fold(room));
  }

  /** What is under way under this id. */
  synchronized Optional<Pending> sentUnder(String id) {
    return Optional.ofNullable(sent.get(id)).map(Message::pending);
  }

  /** What is not answered yet, oldest first. */
  synchronized List<Pending> pending() {
    return Stream.concat(sent.values().stream(), waiting.values().stream())
        .sorted(Comparator.comparingLong(Message::number))
        .map(Message::pending)
        .toList();
  }

  /** Waits until all is answered. */
  synchronized boolean awaitNone(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!waiting.isEmpty() || !sent.isEmpty()) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  /** Gives up on all of them, and tells which they are. */
  synchronized List<String> drain() {
    lost();
    List<String> texts = waiting.values().stream().map(Message::text).toList();
    waiting.clear();
    notifyAll();
    return texts;
  }

  /** Sends while it may; one thread at a time, so that the order stays. */
  private void pump() {
    synchronized (order) {
      for (Message next = take(); next != null; next = take()) {
        send(next);
      }
    }
  }

  private synchronized @Nullable Message take() {
    if (wire == null || pausing || sent.size() >= AT_ONCE) {
      return null;
    }
    Iterator<Message> all = waiting.values().iterator();
    while (all.hasNext()) {
      Message next = all.next();
      if (!held.contains(Interpreter.fold(next.target()))) {
        all.remove();
        sent.put(next.id(), next);
        return next;
      }
    }
    return null;
  }

  private void send(Message message) {
    Wire now;
    synchronized (this) {
      now = wire;
    }
    try {
      if (now != null) {
        for (IrcLine line : message.lines()) {
          now.send(line);
        }
      }
    } catch (IOException e) {
      lost(); // its reader sees it too, and comes back with another
    }
  }
}
