package conclave.audit;

import conclave.auth.Audit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The audit log in a file, written by a thread of its own. Whoever records never waits: when too
 * much waits already, an entry is left out, and a line says how many were. Failed log-ins and
 * lockouts beyond 100 of ten seconds are told as a number from the start, so that a flood of them
 * hides nothing else.
 */
public final class AuditFile implements Audit, AutoCloseable {
  private static final long BYTES = 16L << 20;
  private static final int QUEUE = 10_000;
  private static final long TICK_MILLIS = 500;
  private static final long PATIENCE_MILLIS = Duration.ofSeconds(10).toMillis();

  /** An entry that waits to be written; without one, a reason to look up. */
  private record Waiting(Instant time, Optional<Entry> entry) {}

  private final BlockingQueue<Waiting> queue;
  private final int roomy;
  private final AtomicLong leftOut = new AtomicLong();
  private final FailureGate failures = new FailureGate();
  private final InstantSource clock;
  private final Consumer<String> lines;
  private final Thread writer;
  private volatile boolean isClosing;

  AuditFile(Consumer<String> lines, Runnable end, InstantSource clock, int size) {
    this.queue = new ArrayBlockingQueue<>(size);
    this.roomy = size / 2;
    this.clock = clock;
    this.lines = lines;
    this.writer = new Thread(() -> write(end), "audit");
    writer.setDaemon(true);
    writer.start();
  }

  /**
   * Opens the file, at its end; its folder is made where there is none. Blocks.
   *
   * @throws IOException with a sentence for the operator
   */
  public static AuditFile open(Path file) throws IOException {
    return open(file, BYTES, InstantSource.system());
  }

  static AuditFile open(Path file, long bytes, InstantSource clock) throws IOException {
    RolledFile rolled = RolledFile.open(file, bytes);
    return new AuditFile(rolled::write, rolled::close, clock, QUEUE);
  }

  @Override
  public void record(Entry entry) {
    Instant time = clock.instant();
    boolean isFailure = entry.kind() == Kind.LOG_IN_FAILED || entry.kind() == Kind.LOCKED_OUT;
    if (isFailure && !failures.passes(time.toEpochMilli())) {
      return;
    }
    if (!queue.offer(new Waiting(time, Optional.of(entry)))) {
      leftOut.incrementAndGet();
    }
  }

  private void write(Runnable end) {
    try {
      while (!isClosing || !queue.isEmpty()) {
        Waiting next = queue.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
          next.entry().ifPresent(entry -> lines.accept(AuditLine.of(next.time(), entry)));
        }
        tell("log-ins-not-listed", failures.take(clock.millis()));
        if (queue.size() <= roomy) {
          tell("entries-left-out", leftOut.getAndSet(0));
        }
      }
      tell("log-ins-not-listed", failures.takeAll());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      end.run();
    }
  }

  private void tell(String event, long count) {
    if (count > 0) {
      lines.accept(AuditLine.of(clock.instant(), event, count));
    }
  }

  /** Writes what waits, and lets go of the file. Blocks; what is recorded afterwards is lost. */
  @Override
  public void close() {
    isClosing = true;
    queue.offer(
        new Waiting(
            clock.instant(), Optional.empty())); // where it doesn't fit, the writer is awake
    try {
      writer.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
