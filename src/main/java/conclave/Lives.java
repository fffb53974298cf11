package conclave;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server in one process, and its successors: a node that the others have declared dead, be it
 * that it stood still or that it was cut off, owns nothing and knows nothing that still holds. It
 * closes its connections, whose clients go elsewhere or come back, and joins the others as a new
 * one.
 */
final class Lives {
  private static final Logger LOG = LoggerFactory.getLogger(Lives.class);
  private static final long AGAIN_SECONDS = 1;
  private static final long CLOSING_SECONDS = 15;

  private final Supplier<Optional<Server>> starting;
  private final CompletableFuture<Void> told;
  private volatile Server current;

  /**
   * The first is running.
   *
   * @param starting starts another one, or says why that can't be done now
   * @param told done when the process is to end
   */
  Lives(Server first, Supplier<Optional<Server>> starting, CompletableFuture<Void> told) {
    this.current = first;
    this.starting = starting;
    this.told = told;
  }

  /** The last that was started. */
  Server current() {
    return current;
  }

  /** Done when the process is to end. */
  void liveUntilTold() throws InterruptedException {
    while (!isToldBefore(current)) {
      LOG.warn("the other nodes have given this one up: it ends, and joins them as a new one");
      within(current.close().toCompletionStage().toCompletableFuture(), CLOSING_SECONDS);
      startAnother();
    }
  }

  /** An operator who has the node drained tells the process to end. */
  private boolean isToldBefore(Server server) throws InterruptedException {
    server.drained().onSuccess(told::complete);
    CompletableFuture<Void> end = server.lost().toCompletionStage().toCompletableFuture();
    within(CompletableFuture.anyOf(told, end), Long.MAX_VALUE);
    return told.isDone();
  }

  private void startAnother() throws InterruptedException {
    while (!told.isDone()) {
      Optional<Server> next = starting.get();
      if (next.isPresent()) {
        current = next.get();
        return;
      }
      within(told, AGAIN_SECONDS);
    }
  }

  private static void within(CompletableFuture<?> done, long seconds) throws InterruptedException {
    try {
      done.get(seconds, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("it goes on without that", e);
    }
  }
}
