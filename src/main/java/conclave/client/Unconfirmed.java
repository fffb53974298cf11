package conclave.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** What was said and has not yet come back. Safe for several threads. */
final class Unconfirmed {
  private static final int KEPT = 1_000;

  private record Waiting(String target, String text) {}

  private final Deque<Waiting> waiting = new ArrayDeque<>();

  /** The last room that got another name, by its old one. */
  private Map<String, String> last = Map.of();

  synchronized void said(String target, String text) {
    waiting.addLast(new Waiting(Interpreter.fold(target), text));
    if (waiting.size() > KEPT) {
      waiting.removeFirst();
    }
  }

  synchronized List<Pending> pending() {
    return waiting.stream().map(one -> new Pending(one.target(), one.text())).toList();
  }

  /** The echo came. */
  synchronized void confirmed(String target, String text) {
    remove(new Waiting(Interpreter.fold(target), text));
  }

  /** What waits for the old name comes back under the new one, or is refused under either. */
  synchronized void renamed(String room, String to) {
    String before = Interpreter.fold(room);
    String now = Interpreter.fold(to);
    List<Waiting> all = List.copyOf(waiting);
    waiting.clear();
    all.stream()
        .map(one -> one.target().equals(before) ? new Waiting(now, one.text()) : one)
        .forEach(waiting::addLast);
    last = Map.of(before, now);
  }

  /** The server refused the oldest that went to this target; it is an answer too. */
  synchronized void refused(String target) {
    String said = Interpreter.fold(target);
    for (Waiting one : waiting) {
      if (one.target().equals(said) || one.target().equals(last.get(said))) {
        remove(one);
        return;
      }
    }
  }

  /** Waits until all is confirmed or refused. */
  synchronized boolean awaitNone(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!waiting.isEmpty()) {
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
    List<String> texts = new ArrayList<>();
    waiting.forEach(one -> texts.add(one.text()));
    waiting.clear();
    notifyAll();
    return texts;
  }

  private void remove(Waiting one) {
    Iterator<Waiting> all = waiting.iterator();
    while (all.hasNext()) {
      if (all.next().equals(one)) {
        all.remove();
        break;
      }
    }
    notifyAll();
  }
}
