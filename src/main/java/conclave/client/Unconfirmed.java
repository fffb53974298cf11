package conclave.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** What was said and has not yet come back. Safe for several threads. */
final class Unconfirmed {
  private static final int KEPT = 1_000;

  private record Waiting(String target, String text) {}

  private final Deque<Waiting> waiting = new ArrayDeque<>();

  synchronized void said(String target, String text) {
    waiting.addLast(new Waiting(Interpreter.fold(target), text));
    if (waiting.size() > KEPT) {
      waiting.removeFirst();
    }
  }

  /** The echo came. */
  synchronized void confirmed(String target, String text) {
    remove(new Waiting(Interpreter.fold(target), text));
  }

  /** The server refused the oldest that went to this target; it is an answer too. */
  synchronized void refused(String target) {
    for (Waiting one : waiting) {
      if (one.target().equals(Interpreter.fold(target))) {
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
