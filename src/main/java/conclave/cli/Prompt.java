package conclave.cli;

import conclave.cli.rooms.Placing;
import conclave.cli.rooms.Rooms;
import conclave.client.Event;
import conclave.client.Pending;
import conclave.client.Session;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what stands before the line that is being typed true, also while nothing happens: seconds
 * go by, and who was typing has stopped. What must not hold up the keyboard is done by its thread.
 */
final class Prompt implements Executor, AutoCloseable {
  private static final long MOMENT_MILLIS = 500;

  private final Screen screen;
  private final Rooms rooms;
  private final StatusLine line;
  private final Clock clock = Clock.systemUTC();
  private final Trouble trouble = new Trouble();
  private final Typists typists = new Typists();
  private final ScheduledExecutorService moments =
      Executors.newSingleThreadScheduledExecutor(Prompt::thread);
  private volatile @Nullable Session session;

  Prompt(Screen screen, Rooms rooms, Theme theme) {
    this.screen = screen;
    this.rooms = rooms;
    this.line = new StatusLine(rooms, theme);
  }

  /** The view, of whose colours this hears too. */
  View over(View view) {
    return new View() {
      @Override
      public void heard(Event event, Placing placing) {
        view.heard(event, placing);
      }

      @Override
      public void arrived() {
        view.arrived();
        show();
      }

      @Override
      public void theme(Theme theme) {
        line.theme(theme);
        view.theme(theme);
      }
    };
  }

  void begin(Session speaking) {
    session = speaking;
    if (screen.isInteractive()) {
      moments.scheduleWithFixedDelay(
          this::pass, MOMENT_MILLIS, MOMENT_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  void note(Event event, Placing placing) {
    Instant now = clock.instant();
    trouble.note(event, now);
    placing.rooms().forEach(room -> typists.note(event, room, now));
  }

  void show() {
    Instant now = clock.instant();
    List<Pending> slow = trouble.slow(pending());
    List<String> typing = rooms.current().map(room -> typists.in(room, now)).orElse(List.of());
    screen.prompt(line.of(trouble.text(now), slow, typing, screen.columns()));
  }

  @Override
  public void execute(Runnable task) {
    try {
      moments.execute(task);
    } catch (RejectedExecutionException e) {
      // the chat is over
    }
  }

  private void pass() {
    trouble.passed(pending());
    show();
  }

  private List<Pending> pending() {
    Session speaking = session;
    return speaking == null ? List.of() : speaking.pending();
  }

  @Override
  public void close() {
    moments.shutdownNow();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "conclave-prompt");
    thread.setDaemon(true);
    return thread;
  }
}
