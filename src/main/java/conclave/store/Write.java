package conclave.store;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Something that waits for the writer, and whom to tell. */
abstract sealed class Write<T> {
  private final long submitted = System.nanoTime();
  private final Promise<T> promise = Promise.promise();
  private final @Nullable Context caller = Vertx.currentContext();

  /** What it counts for in the queue. */
  abstract int weight();

  boolean hasWaited(long nanos) {
    return System.nanoTime() - submitted > nanos;
  }

  Future<T> future() {
    return promise.future();
  }

  /**
   * Tells the result on the caller's context.
   *
   * @param other where to tell it if the caller has none
   */
  void succeed(@Nullable T result, Context other) {
    callerOr(other).runOnContext(v -> promise.complete(result));
  }

  /**
   * Tells the failure on the caller's context.
   *
   * @param other where to tell it if the caller has none
   * @param told runs just before the caller knows it, on the same thread: what the caller then does
   *     comes after it
   */
  void fail(Throwable failure, Context other, Runnable told) {
    callerOr(other)
        .runOnContext(
            v -> {
              told.run();
              promise.fail(failure);
            });
  }

  private Context callerOr(Context other) {
    return caller == null ? other : caller;
  }

  /**
   * The sequences that an append gives in the log of a place, kept or not: those after {@code
   * before}, up to {@code last}.
   */
  record Given(long place, long before, long last) {}

  /** Rows of one place; committed together with those of others. */
  static final class Append extends Write<Void> {
    private final String place;
    private final Given given;
    private final Optional<Tuple> kept;
    private final List<Entry> events;
    private final List<Tuple> sent;
    private final List<Erasure> erased;
    private final List<Tuple> conversations;
    private final Optional<Renaming> renaming;
    private final Map<Members.At, Optional<Object>> members;
    private final Optional<Fence> fence;

    /**
     * An append.
     *
     * @param given the sequences of it
     * @param kept what {@link Sql#KEEP_PLACE} binds, where the place is new or its state changed
     * @param events rising
     * @param sent what {@link SentSql#ADD} binds
     * @param erased what is taken back of the place
     * @param conversations what {@link Sql#ADD_CONVERSATION} binds
     * @param renaming where the place has another key after it
     * @param members rows of who is in, and nothing for who is in no more
     * @param fence what must still hold
     */
    Append(
        String place,
        Given given,
        Optional<Tuple> kept,
        List<Entry> events,
        List<Tuple> sent,
        List<Erasure> erased,
        List<Tuple> conversations,
        Optional<Renaming> renaming,
        Map<Members.At, Optional<Object>> members,
        Optional<Fence> fence) {
      this.place = place;
      this.given = given;
      this.kept = kept;
      this.events = events;
      this.sent = sent;
      this.erased = erased;
      this.conversations = conversations;
      this.renaming = renaming;
      this.members = members;
      this.fence = fence;
    }

    @Override
    int weight() {
      return Math.max(1, events.size());
    }

    /** Is all of it rows to add or replace, for which nothing is read? */
    boolean isRowsAlone() {
      return fence.isEmpty() && erased.isEmpty() && renaming.isEmpty() && members.isEmpty();
    }

    String place() {
      return place;
    }

    Given given() {
      return given;
    }

    Optional<Tuple> kept() {
      return kept;
    }

    List<Entry> events() {
      return events;
    }

    List<Tuple> sent() {
      return sent;
    }

    List<Erasure> erased() {
      return erased;
    }

    List<Tuple> conversations() {
      return conversations;
    }

    Optional<Renaming> renaming() {
      return renaming;
    }

    Map<Members.At, Optional<Object>> members() {
      return members;
    }

    Optional<Fence> fence() {
      return fence;
    }
  }

  /** A transaction of its own. */
  static final class Alone<T> extends Write<T> {
    private final Function<SqlConnection, Future<T>> work;
    private final Predicate<T> keeps;
    private final Consumer<T> committed;

    /**
     * A transaction.
     *
     * @param keeps with which results it is committed; it is rolled back with others
     */
    Alone(Function<SqlConnection, Future<T>> work, Predicate<T> keeps) {
      this(work, keeps, result -> {});
    }

    /**
     * A transaction that others are told of.
     *
     * @param committed is given the results in the order of the commits, before the caller
     */
    Alone(Function<SqlConnection, Future<T>> work, Predicate<T> keeps, Consumer<T> committed) {
      this.work = work;
      this.keeps = keeps;
      this.committed = committed;
    }

    @Override
    int weight() {
      return 1;
    }

    Function<SqlConnection, Future<T>> work() {
      return work;
    }

    Predicate<T> keeps() {
      return keeps;
    }

    Consumer<T> committed() {
      return committed;
    }
  }
}
