package conclave.it;

import java.time.Duration;

/** The way in to a server that goes and comes back: who finds it closed waits at it. */
final class Doors implements Entrance {
  private Door door;
  private boolean isOpen = true;
  private int openings = 1;

  Doors(Door first) {
    door = first;
  }

  /** The server is gone. */
  synchronized void close() {
    isOpen = false;
  }

  /** The server is there again. */
  synchronized void open(Door fresh) {
    door = fresh;
    isOpen = true;
    openings++;
    notifyAll();
  }

  @Override
  public Peer enter() {
    int tried = 0;
    while (true) {
      Opening found = awaitAfter(tried);
      try {
        return found.door.connect();
      } catch (IllegalStateException gone) {
        tried = found.number; // it was killed while somebody stood in it
      }
    }
  }

  private record Opening(int number, Door door) {}

  private synchronized Opening awaitAfter(int tried) {
    awaitUntil(() -> isOpen && openings > tried);
    return new Opening(openings, door);
  }

  private interface Condition {
    boolean holds();
  }

  private void awaitUntil(Condition condition) {
    long end = System.nanoTime() + Peer.PATIENCE.toNanos();
    while (!condition.holds()) {
      long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      if (left <= 0) {
        throw new AssertionError("the server does not come back");
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
