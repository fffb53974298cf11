package conclave.client;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Notices a connection that is dead without a word: asks after a silence, cuts after a longer. */
final class Pulse {
  private static final Duration ASK_AFTER = Duration.ofSeconds(45);
  private static final Duration CUT_AFTER = Duration.ofSeconds(90);
  private static final long PERIOD_SECONDS = 5;

  private final Link link;

  /** Two threads, since asking may block on the very connection that is dead. */
  private final ScheduledExecutorService clock =
      Executors.newScheduledThreadPool(
          2,
          task -> {
            Thread thread = new Thread(task, "conclave-pulse");
            thread.setDaemon(true);
            return thread;
          });

  private volatile boolean cut;
  private volatile long askedNanos = System.nanoTime();

  Pulse(Link link) {
    this.link = link;
    clock.scheduleAtFixedRate(this::ask, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
    clock.scheduleAtFixedRate(this::watch, PERIOD_SECONDS, PERIOD_SECONDS, TimeUnit.SECONDS);
  }

  /** What to say about the loss, if it was this that cut the connection. */
  Optional<String> diagnosis() {
    return cut
        ? Optional.of("the server said nothing for " + CUT_AFTER.toSeconds() + " seconds")
        : Optional.empty();
  }

  void stop() {
    clock.shutdownNow();
  }

  private void ask() {
    Duration sinceAsked = Duration.ofNanos(System.nanoTime() - askedNanos);
    if (link.silence().compareTo(ASK_AFTER) < 0 || sinceAsked.compareTo(ASK_AFTER) < 0) {
      return;
    }
    try {
      askedNanos = System.nanoTime();
      link.send(IrcLine.of("PING", "still-there"));
    } catch (IOException e) {
      link.cut(); // the reader will see it and say why
    }
  }

  private void watch() {
    if (link.silence().compareTo(CUT_AFTER) > 0) {
      cut = true;
      link.cut();
    }
  }
}
