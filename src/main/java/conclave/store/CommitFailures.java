package conclave.store;

import conclave.bus.Doubtful;
import conclave.bus.FewWarnings;
import conclave.bus.NotOwner;
import conclave.bus.Unavailable;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the failure of a commit means to who asked for it; the operator is told as well. */
final class CommitFailures {
  private static final Logger LOG = LoggerFactory.getLogger(CommitFailures.class);

  private final Engine engine;
  private final FewWarnings warnings = new FewWarnings();

  CommitFailures(Engine engine) {
    this.engine = engine;
  }

  /** A sentence that can be told, and whether the commit may have come true all the same. */
  Unavailable of(Throwable e) {
    if (e instanceof NotOwner deposed) {
      return deposed;
    }
    if (Transactions.isRefusal(e)) {
      LOG.warn("the store refused rows: {}", e.getMessage());
      return new StoreUnavailable("the store refused the rows", e);
    }
    boolean isOpen = e instanceof Transactions.CommitUnheard;
    StoreUnavailable failure =
        engine.unavailable(isOpen ? Objects.requireNonNull(e.getCause()) : e);
    warnings.warn(LOG, failure.sentence());
    return isOpen ? new Doubtful(failure.sentence(), failure) : failure;
  }
}
