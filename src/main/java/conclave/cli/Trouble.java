package conclave.cli;

import conclave.client.Event;
import conclave.client.Pending;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with the connection at the moment, and what has not gone out for a while. Safe for
 * several threads.
 */
final class Trouble {
  private boolean online;
  private Instant retryAt = Instant.EPOCH;
  private List<Pending> before = List.of();
  private List<Pending> slow = List.of();

  synchronized void note(Event event, Instant now) {
    if (event instanceof Event.Connected) {
      online = true;
    } else if (event instanceof Event.Disconnected lost) {
      online = false;
      retryAt = now.plus(lost.retryIn().orElse(Duration.ZERO));
    }
  }

  /** In words; empty if all is well. */
  synchronized String text(Instant now) {
    if (online) {
      return "";
    }
    long seconds = (Duration.between(now, retryAt).toMillis() + 999) / 1_000;
    return seconds > 0 ? "offline, reconnecting in " + seconds + " s" : "offline, reconnecting ...";
  }

  /**
   * A moment has passed: what was on its way already at the one before takes long.
   *
   * @param pending all that is on its way
   */
  synchronized void passed(List<Pending> pending) {
    slow = new ArrayList<>(pending);
    slow.retainAll(before);
    before = List.copyOf(pending);
  }

  /** What of this takes long, or can't go out; what is only just said is no news. */
  synchronized List<Pending> slow(List<Pending> pending) {
    if (!online) {
      return pending;
    }
    List<Pending> still = new ArrayList<>(pending);
    still.retainAll(slow);
    return still;
  }
}
