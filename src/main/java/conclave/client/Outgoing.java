package conclave.client;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is said to a server that knows ids, until it is answered. It goes out in its order, a few at
 * once, so that it is never a flood; what a lost connection has left open goes out again under the
 * same id, so that it is said once. Safe for several threads.
 */
final class Outgoing {
  static final int MAX = 1_000;
  static final int AT_ONCE = 10;

  /**
   * A message.
   *
   * @param text as the user has said it
   * @param words as they are sent
   */
  private record Message(String id, String target, String text, String words) {
    Message to(String other) {
      return new Message(id, other, text, words);
    }

    IrcLine line() {
      Map<String, String> tags = new LinkedHashMap<>();
      tags.put("conclave/id", id);
      tags.put("label", id);
      return new IrcLine(tags, "", "PRIVMSG", List.of(target, words));
    }
  }

  private final Object order = new Object();
  private final Deque<Message> waiting = new ArrayDeque<>();
  private final Map<String, Message> sent = new LinkedHashMap<>();
  private @Nullable Wire wire;

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
      waiting.addLast(new Message(UUID.randomUUID().toString(), target, text, words));
    }
    pump();
  }

  /** There is a connection, which is in its rooms. */
  void connected(Wire fresh) {
    synchronized (this) {
      wire = fresh;
    }
    pump();
  }

  /** The connection is lost: all that it has not answered goes out again. */
  synchronized void lost() {
    wire = null;
    List<Message> open = new ArrayList<>(sent.values());
    sent.clear();
    for (int i = open.size() - 1; i >= 0; i--) {
      waiting.addFirst(open.get(i));
    }
  }

  /** The message with this id was answered, in whatever way. */
  void answered(String id) {
    synchronized (this) {
      if (sent.remove(id) == null) {
        return;
      }
      notifyAll();
    }
    pump();
  }

  /** What is on its way to a room goes to it under its new name. */
  synchronized void renamed(String room, String to) {
    List<Message> all = List.copyOf(waiting);
    waiting.clear();
    all.forEach(one -> waiting.addLast(isTo(room, one) ? one.to(to) : one));
    sent.replaceAll((id, one) -> isTo(room, one) ? one.to(to) : one);
  }

  private static boolean isTo(String room, Message message) {
    return Interpreter.fold(message.target()).equals(Interpreter.fold(room));
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
    List<String> texts = waiting.stream().map(Message::text).toList();
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
    Message next = wire == null || sent.size() >= AT_ONCE ? null : waiting.pollFirst();
    if (next != null) {
      sent.put(next.id(), next);
    }
    return next;
  }

  private void send(Message message) {
    Wire now;
    synchronized (this) {
      now = wire;
    }
    try {
      if (now != null) {
        now.send(message.line());
      }
    } catch (IOException e) {
      lost(); // its reader sees it too, and comes back with another
    }
  }
}
