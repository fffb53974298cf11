package conclave.store;

import conclave.command.Verified;
import conclave.command.Verified.Flaw;
import conclave.command.Verified.Flaw.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds the log of one place against its chain, a page after another. People may go on talking
 * meanwhile, and old events may go: it is the log as far as it went when it was asked.
 */
final class Verification {
  private static final int PAGE = 500;

  /** The columns of {@link ChainSql#ENDS} behind those of the head. */
  private static final int START_SEQ = 5;

  private static final int START_LINK = 6;
  private static final int START_SEAL = 7;
  private static final int LAST = 8;

  /** What the store says of a chain; nothing of what is not there or was altered. */
  private record Ends(Optional<ChainHead> head, Optional<Link> start, long last) {}

  private final Vertx vertx;
  private final Pool readers;
  private final Sealing sealing;
  private final ChainKey key;
  private final long place;

  Verification(Vertx vertx, Pool readers, Sealing sealing, ChainKey key, long place) {
    this.vertx = vertx;
    this.readers = readers;
    this.sealing = sealing;
    this.key = key;
    this.place = place;
  }

  /**
   * What was found.
   *
   * @param isNamed is the place what its name says?
   */
  Future<Verified> run(boolean isNamed) {
    return ends().compose(ends -> run(ends, isNamed));
  }

  private Future<Ends> ends() {
    return readers
        .preparedQuery(ChainSql.ENDS.text())
        .execute(Tuple.of(place))
        .map(
            rows -> {
              for (Row row : rows) {
                return ends(row);
              }
              return new Ends(Optional.empty(), Optional.empty(), 0);
            });
  }

  private Ends ends(Row row) {
    long last = Objects.requireNonNullElse(row.getLong(LAST), 0L);
    if (row.getLong(0) == null) {
      boolean isNew = last == 0;
      return new Ends(
          Optional.of(ChainHead.NONE).filter(none -> isNew),
          Optional.of(Link.before(1)).filter(none -> isNew),
          last);
    }
    byte[] hash = Objects.requireNonNull(Engine.bytes(row, START_LINK));
    Link start = new Link(row.getLong(START_SEQ), hash);
    byte[] seal = Objects.requireNonNull(Engine.bytes(row, START_SEAL));
    return new Ends(
        Chains.headOf(place, row, key),
        Optional.of(start).filter(it -> key.isStart(place, it, seal)),
        last);
  }

  private Future<Verified> run(Ends ends, boolean isNamed) {
    boolean isWhole = ends.head.isPresent() && ends.start.isPresent();
    Link start = isWhole ? ends.start.get() : Link.before(ends.last + 1);
    ChainWalk walk = new ChainWalk(place, start, sealing, key);
    if (!isNamed) {
      walk.note(new Flaw(Kind.NAME_IS_ALTERED, 0));
    }
    if (!isWhole) {
      walk.note(new Flaw(Kind.CHAIN_IS_GONE, 0));
      // Nothing can be held against it, but what doesn't open is still to be found.
      return pages(walk, ends.last, true).map(v -> walk.result(ends.last));
    }
    ChainHead head = ends.head.get();
    if (head.flaw() > 0) {
      walk.note(new Flaw(Kind.BEGUN_ANEW, head.flaw()));
    }
    return pages(walk, head.kept().seq(), false)
        .compose(v -> end(walk, head))
        .map(
            v -> {
              if (ends.last > head.kept().seq()) {
                walk.note(new Flaw(Kind.TOO_MUCH, head.kept().seq() + 1, ends.last));
              }
              return walk.result(head.seq());
            });
  }

  private Future<Void> end(ChainWalk walk, ChainHead head) {
    ChainWalk.Mark mark = walk.mark();
    walk.end(head.kept());
    return unlessMoved(walk, mark)
        .map(
            moved -> {
              if (moved != null) {
                walk.end(head.kept());
              }
              return null;
            });
  }

  private Future<Void> pages(ChainWalk walk, long last, boolean isLoose) {
    Promise<Void> done = Promise.promise();
    pages(walk, 0, last, isLoose, done);
    return done.future();
  }

  /** No chain of futures: it would be as long as there are pages. */
  private void pages(ChainWalk walk, long after, long last, boolean isLoose, Promise<Void> done) {
    readers
        .preparedQuery(ChainSql.EVENTS.text())
        .execute(Tuple.of(place, after, last, (long) PAGE))
        .compose(rows -> page(walk, after, rows, isLoose))
        .onFailure(done::fail)
        .onSuccess(
            reached -> {
              if (reached == null) {
                done.complete();
              } else {
                pages(walk, reached, last, isLoose, done);
              }
            });
  }

  /** How far it was read; nothing at the end. */
  private Future<@Nullable Long> page(
      ChainWalk walk, long after, RowSet<Row> rows, boolean isLoose) {
    if (rows.size() == 0) {
      return Future.succeededFuture(null);
    }
    List<LoggedEvent> events = new ArrayList<>();
    rows.forEach(row -> events.add(LoggedEvent.of(place, row)));
    long reached = events.get(events.size() - 1).seq();
    ChainWalk.Mark mark = walk.mark();
    return vertx
        .executeBlocking(() -> walk.take(events), false)
        .compose(
            takenBack ->
                isLoose || !walk.hasFoundSince(mark)
                    ? gone(walk, takenBack).map(reached)
                    : unlessMoved(walk, mark)
                        .compose(
                            moved ->
                                moved == null
                                    ? gone(walk, takenBack).map(reached)
                                    : Future.succeededFuture(Math.max(after, moved.seq()))));
  }

  /** Has the log begun to begin later? Then it goes on there. */
  private Future<@Nullable Link> unlessMoved(ChainWalk walk, ChainWalk.Mark mark) {
    if (!walk.hasFoundSince(mark)) {
      return Future.succeededFuture(null);
    }
    return ends()
        .map(
            now -> {
              Link start = now.start.filter(it -> it.seq() > mark.at().seq()).orElse(null);
              if (start != null) {
                walk.restart(start, mark);
              }
              return start;
            });
  }

  /** What was taken back must not be there. */
  private Future<Void> gone(ChainWalk walk, List<Long> takenBack) {
    Future<Void> done = Future.succeededFuture();
    for (long seq : takenBack) {
      done =
          done.compose(
                  v -> readers.preparedQuery(ChainSql.MESSAGE.text()).execute(Tuple.of(place, seq)))
              .map(
                  rows -> {
                    if (rows.size() > 0) {
                      walk.note(new Flaw(Kind.CAME_BACK, seq));
                    }
                    return null;
                  });
    }
    return done;
  }
}
