package conclave.store;

import conclave.account.Verifier;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Seals all rows of a store with the newest key, a page of rows in each transaction. Runs once. */
final class Resealing {
  private static final int PAGE = 500;

  /** What is kept by name, and what it is bound to. */
  private static final Map<String, byte[]> SECRETS =
      Map.of(
          IndexKey.NAME,
          Bound.toIndex(),
          ChainKey.NAME,
          Bound.toChain(),
          SharedSecret.NAME,
          Bound.toSecret());

  /**
   * A table.
   *
   * @param read binds a row's position and the page's size; rows begin with their position
   * @param positions how many columns that is
   * @param resealed what {@code write} binds; empty where there is nothing to do
   */
  private record Table(
      Sql read, int positions, Function<Row, Optional<Tuple>> resealed, Sql write) {}

  private final Engine engine;
  private final Transactions transactions;
  private final Sealing sealing;
  private final VerifierCodec verifiers;
  private final LongConsumer progress;
  private long rows;
  private long unreadable;

  Resealing(Engine engine, Pool pool, Sealing sealing, LongConsumer progress) {
    this.engine = engine;
    this.transactions = new Transactions(() -> pool);
    this.sealing = sealing;
    this.verifiers = new VerifierCodec(sealing);
    this.progress = progress;
  }

  Future<Rekey.Result> run() {
    Table places = new Table(Sql.PAGE_OF_PLACES, 1, this::place, Sql.RESEAL_PLACE);
    Table accounts = new Table(Sql.PAGE_OF_ACCOUNTS, 1, this::account, Sql.CHANGE_VERIFIER);
    Table events = new Table(Sql.PAGE_OF_EVENTS, 2, this::event, Sql.RESEAL_EVENT);
    Table sessions = new Table(Sql.PAGE_OF_SESSIONS, 2, this::session, Sql.RESEAL_SESSION);
    Table certificates =
        new Table(Sql.PAGE_OF_CERTIFICATES, 1, this::certificate, Sql.RESEAL_CERTIFICATE);
    Table metadata = new Table(Sql.PAGE_OF_METADATA, 2, this::metadata, Sql.RESEAL_METADATA);
    return transactions
        .run(this::meta, done -> true)
        .compose(v -> transactions.run(this::forgetMembers, done -> true))
        .compose(v -> all(places, Tuple.of(Long.MIN_VALUE)))
        .compose(v -> all(accounts, Tuple.of("")))
        .compose(v -> all(sessions, Tuple.of("", 0)))
        .compose(v -> all(certificates, Tuple.of("")))
        .compose(v -> all(metadata, Tuple.of("", "")))
        .compose(v -> all(events, Tuple.of(Long.MIN_VALUE, Long.MIN_VALUE)))
        .map(v -> new Rekey.Result(rows, unreadable));
  }

  private Future<RowSet<Row>> forgetMembers(SqlConnection connection) {
    return connection.query(ClusterSql.FORGET_MEMBERS.text()).execute();
  }

  private Future<Void> meta(SqlConnection connection) {
    return Future.all(SECRETS.keySet().stream().map(name -> Meta.find(connection, name)).toList())
        .compose(
            found -> {
              List<Tuple> rows = new ArrayList<>();
              rows.add(Tuple.of(engine.bind(KeyCheck.seal(sealing)), KeyCheck.NAME));
              int next = 0;
              for (Map.Entry<String, byte[]> secret : SECRETS.entrySet()) {
                found
                    .<Optional<byte[]>>resultAt(next++)
                    .map(old -> sealing.open(old, secret.getValue()))
                    .map(open -> sealing.seal(open, secret.getValue()))
                    .ifPresent(anew -> rows.add(Tuple.of(engine.bind(anew), secret.getKey())));
              }
              return connection.preparedQuery(Sql.CHANGE_META.text()).executeBatch(rows);
            })
        .mapEmpty();
  }

  private Future<Void> all(Table table, Tuple first) {
    Promise<Void> done = Promise.promise();
    pages(table, first, done);
    return done.future();
  }

  /** No chain of futures: it would be as long as there are pages. */
  private void pages(Table table, Tuple after, Promise<Void> done) {
    transactions
        .run(c -> page(c, table, after), last -> true)
        .onComplete(
            last -> {
              if (last.isPresent()) {
                progress.accept(rows);
                pages(table, last.get(), done);
              } else {
                done.complete();
              }
            },
            done::fail);
  }

  /** The position of the page's last row; empty at the end. */
  private Future<Optional<Tuple>> page(SqlConnection connection, Table table, Tuple after) {
    Tuple bound = Tuple.tuple();
    for (int i = 0; i < table.positions; i++) {
      bound.addValue(after.getValue(i));
    }
    return connection
        .preparedQuery(table.read.text())
        .execute(bound.addValue((long) PAGE))
        .compose(found -> rewritten(connection, table, found));
  }

  private Future<Optional<Tuple>> rewritten(SqlConnection c, Table table, RowSet<Row> found) {
    List<Tuple> changes = new ArrayList<>();
    Optional<Tuple> last = Optional.empty();
    for (Row row : found) {
      resealed(table, row).ifPresent(changes::add);
      last = Optional.of(row);
    }
    rows += changes.size();
    Optional<Tuple> position = last;
    return new Rows(table.write.text(), changes).writeTo(c).map(done -> position);
  }

  private Optional<Tuple> resealed(Table table, Row row) {
    try {
      return table.resealed.apply(row);
    } catch (Unreadable e) {
      unreadable++;
      return Optional.empty();
    }
  }

  private Optional<Tuple> place(Row row) {
    long id = row.getLong(0);
    String first = row.getString(1);
    byte[] next = Bound.toState(id);
    byte[] before = first == null ? next : Bound.toState(first, id);
    return resealed(Engine.bytes(row, 2), before, next).map(body -> Tuple.of(body, id));
  }

  private Optional<Tuple> event(Row row) {
    int column = 0;
    long place = row.getLong(column++);
    long seq = row.getLong(column++);
    String first = row.getString(column++);
    long time = row.getLong(column++);
    int kind = row.getInteger(column++);
    byte[] next = Bound.toEvent(place, seq, time, kind);
    byte[] before = first == null ? next : Bound.toEvent(first, place, seq, time, kind);
    return resealed(Engine.bytes(row, column), before, next)
        .map(body -> Tuple.of(body, place, seq));
  }

  private Optional<Tuple> session(Row row) {
    int column = 0;
    String account = row.getString(column++);
    int number = row.getInteger(column++);
    byte[] old = bytes(row, column++);
    byte[] bound = Bound.toToken(account, number, row.getLong(column++));
    byte[] token = Engine.bytes(row, column);
    Optional<Object> newBody = resealed(old, Bound.toSession(account, number));
    Optional<Object> newToken = resealed(token, bound);
    // Either may be sealed anew already, where a server ran before this was finished.
    return newBody.isEmpty() && newToken.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Tuple.of(
                newBody.orElseGet(() -> engine.bind(old)),
                newToken.orElseGet(() -> token == null ? null : engine.bind(token)),
                account,
                number));
  }

  private Optional<Tuple> metadata(Row row) {
    String target = row.getString(0);
    String key = row.getString(1);
    return resealed(Engine.bytes(row, 2), Bound.toMetadata(target, key))
        .map(value -> Tuple.of(value, target, key));
  }

  private Optional<Tuple> certificate(Row row) {
    String tag = row.getString(0);
    byte[] bound = Bound.toCertificate(tag, row.getString(1));
    return resealed(Engine.bytes(row, 2), bound).map(body -> Tuple.of(body, tag));
  }

  private Optional<Object> resealed(byte @Nullable [] old, byte[] bound) {
    return resealed(old, bound, bound);
  }

  private Optional<Object> resealed(byte @Nullable [] old, byte[] before, byte[] next) {
    return old == null || sealing.isCurrent(old)
        ? Optional.empty()
        : Optional.of(engine.bind(sealing.seal(sealing.open(old, before), next)));
  }

  private Optional<Tuple> account(Row row) {
    int column = 0;
    String key = row.getString(column++);
    byte[] salt = bytes(row, column++);
    int rounds = row.getInteger(column++);
    Verifier old = new Verifier(salt, rounds, bytes(row, column++), bytes(row, column));
    if (sealing.isCurrent(salt)) {
      return Optional.empty();
    }
    Verifier next = verifiers.seal(key, verifiers.open(key, old));
    return Optional.of(
        Tuple.of(
            engine.bind(next.salt()),
            rounds,
            engine.bind(next.storedKey()),
            engine.bind(next.serverKey()),
            key));
  }

  private static byte[] bytes(Row row, int column) {
    return Objects.requireNonNull(Engine.bytes(row, column));
  }
}
