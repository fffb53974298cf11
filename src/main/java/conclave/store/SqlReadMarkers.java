package conclave.store;

import conclave.handler.ReadMarkers;
import conclave.name.AccountName;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How far everybody has read. Readers are many, and their markers may not slow down messages: what
 * arrives while some are written waits, and is the next transaction. As many may wait as there are
 * connections, since each waits for its answer.
 */
final class SqlReadMarkers implements ReadMarkers {
  private static final int BATCH = 500;

  private record Marker(
      AccountName account,
      String target,
      long time,
      LongConsumer stored,
      Promise<Long> reached,
      @Nullable Context caller) {}

  private final Pool readers;
  private final WriterVerticle writer;
  private final List<Marker> waiting = new ArrayList<>();
  private boolean isWriting;

  SqlReadMarkers(Pool readers, WriterVerticle writer) {
    this.readers = readers;
    this.writer = writer;
  }

  @Override
  public Future<Long> of(AccountName account, String target) {
    return readers
        .preparedQuery(Sql.READ_MARKER.text())
        .execute(Tuple.of(account.key(), target))
        .map(SqlReadMarkers::number);
  }

  @Override
  public Future<Long> advance(AccountName account, String target, long time, LongConsumer stored) {
    Promise<Long> reached = Promise.promise();
    add(new Marker(account, target, time, stored, reached, Vertx.currentContext()));
    return reached.future();
  }

  private synchronized void add(Marker marker) {
    waiting.add(marker);
    writeNext();
  }

  private synchronized void written() {
    isWriting = false;
    writeNext();
  }

  private void writeNext() {
    if (isWriting || waiting.isEmpty()) {
      return;
    }
    List<Marker> some = waiting.subList(0, Math.min(BATCH, waiting.size()));
    List<Marker> batch = List.copyOf(some);
    some.clear();
    isWriting = true;
    writer
        .submit(
            new Write.Alone<>(
                c -> {
                  Promise<List<Long>> done = Promise.promise();
                  writeAll(c, batch.iterator(), new ArrayList<>(), done);
                  return done.future();
                },
                reached -> true,
                reached -> told(batch, reached)))
        .onComplete(
            reached -> {
              written();
              for (int i = 0; i < batch.size(); i++) {
                long time = reached.get(i);
                tell(batch.get(i), promise -> promise.complete(time));
              }
            },
            away -> {
              written();
              batch.forEach(marker -> tell(marker, promise -> promise.fail(away)));
            });
  }

  private static void told(List<Marker> batch, List<Long> reached) {
    for (int i = 0; i < batch.size(); i++) {
      batch.get(i).stored.accept(reached.get(i));
    }
  }

  private static void tell(Marker marker, Consumer<Promise<Long>> outcome) {
    if (marker.caller == null) {
      outcome.accept(marker.reached);
    } else {
      marker.caller.runOnContext(now -> outcome.accept(marker.reached));
    }
  }

  /** No chain of futures: it would be as deep as there are markers. */
  private static void writeAll(
      SqlConnection connection,
      Iterator<Marker> markers,
      List<Long> reached,
      Promise<List<Long>> done) {
    if (!markers.hasNext()) {
      done.complete(reached);
      return;
    }
    write(connection, markers.next())
        .onComplete(
            time -> {
              reached.add(time);
              writeAll(connection, markers, reached, done);
            },
            done::fail);
  }

  private static Future<Long> write(SqlConnection connection, Marker marker) {
    return connection
        .preparedQuery(Sql.MOVE_READ_MARKER.text())
        .execute(Tuple.of(marker.time, marker.time, marker.account.key(), marker.target))
        .compose(
            moved ->
                moved.iterator().hasNext()
                    ? Future.succeededFuture(number(moved))
                    : beginIfKept(connection, marker));
  }

  private static Future<Long> beginIfKept(SqlConnection connection, Marker marker) {
    return SqlAccounts.mayKeep(connection, marker.account.key())
        .compose(
            mayKeep -> mayKeep ? begin(connection, marker) : Future.succeededFuture(marker.time));
  }

  private static Future<Long> begin(SqlConnection connection, Marker marker) {
    String account = marker.account.key();
    Tuple one = Tuple.of(account, marker.target);
    return connection
        .preparedQuery(Sql.ADVANCE_READ_MARKER.text())
        .execute(Tuple.of(account, marker.target, marker.time))
        .compose(
            done ->
                connection.preparedQuery(Sql.COUNT_READ_MARKERS.text()).execute(Tuple.of(account)))
        .compose(rows -> trim(connection, one, number(rows) - MAX))
        .compose(done -> connection.preparedQuery(Sql.READ_MARKER.text()).execute(one))
        .map(SqlReadMarkers::number);
  }

  private static Future<?> trim(SqlConnection connection, Tuple kept, long surplus) {
    if (surplus <= 0) {
      return Future.succeededFuture();
    }
    Tuple row = Tuple.tuple().addValue(kept.getValue(0)).addValue(kept.getValue(1));
    row.addValue(kept.getValue(0)).addValue(kept.getValue(1)).addValue(surplus);
    return connection.preparedQuery(Sql.TRIM_READ_MARKERS.text()).execute(row);
  }

  private static long number(RowSet<Row> rows) {
    Iterator<Row> found = rows.iterator();
    return found.hasNext() ? found.next().getLong(0) : 0;
  }
}
