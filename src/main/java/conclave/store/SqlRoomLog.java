package conclave.store;

import conclave.room.Conversation;
import conclave.room.Event;
import conclave.room.Event.TakenBack;
import conclave.room.RetryKey;
import conclave.room.Role;
import conclave.shard.RoomLog;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The logs of all places in two tables. Appends are encoded and sealed where they are called. */
final class SqlRoomLog implements RoomLog {
  private static final int ALL_KINDS = EventKind.mostFor(Optional.of(Role.FOUNDER));
  private static final long MANY = 100_000;

  private final Engine engine;
  private final Pool readers;
  private final WriterVerticle writer;
  private final Sealing sealing;
  private final ChainKey chains;
  private final EventRows rows;
  private final SqlSent sent;
  private final Members members;
  private final Optional<Fence> fence;

  /**
   * The logs as one owner has them.
   *
   * @param fence under which it appends; nothing where there are no others
   */
  SqlRoomLog(
      Engine engine,
      Pool readers,
      WriterVerticle writer,
      Sealing sealing,
      ChainKey chains,
      EventRows rows,
      SqlSent sent,
      Members members,
      Optional<Fence> fence) {
    this.engine = engine;
    this.readers = readers;
    this.writer = writer;
    this.sealing = sealing;
    this.chains = chains;
    this.rows = rows;
    this.sent = sent;
    this.members = members;
    this.fence = fence;
  }

  @Override
  public Future<Optional<Stored>> load(String key) {
    return readers
        .preparedQuery(Sql.LOAD_PLACE.text())
        .execute(Tuple.of(key))
        .map(rows -> stored(key, rows));
  }

  private Optional<Stored> stored(String key, RowSet<Row> rows) {
    try {
      for (Row row : rows) {
        PlaceRow place = PlaceRow.of(row, key, sealing);
        return Optional.of(new Stored(place.id(), place.state(), place.seq()));
      }
      return Optional.empty();
    } catch (Unreadable e) {
      throw new StoreUnavailable("the state of " + key + " can't be read: " + e.getMessage(), e);
    }
  }

  @Override
  public Future<Last> last(long place) {
    return readers
        .preparedQuery(Sql.LAST_TIME.text())
        .execute(Tuple.of(place))
        .compose(
            rows ->
                members
                    .of(readers, place)
                    .map(all -> new Last(rows.size() == 0 ? 0 : time(rows), all)));
  }

  private static long time(RowSet<Row> rows) {
    return rows.iterator().next().getLong(0);
  }

  @Override
  public boolean keepsMembers() {
    return engine.isShared();
  }

  @Override
  public Future<List<Event>> after(long place, long seq) {
    return writer
        .settled()
        .compose(
            done ->
                readers
                    .preparedQuery(Sql.EVENTS_UP.text())
                    .execute(Tuple.of(place, seq, Long.MAX_VALUE, ALL_KINDS, MANY)))
        .map(found -> events(Long.toString(place, Character.MAX_RADIX), found));
  }

  private List<Event> events(String place, RowSet<Row> found) {
    List<Event> events = new ArrayList<>();
    found.forEach(row -> rows.read(place, row).ifPresent(events::add));
    return events;
  }

  @Override
  public Future<Optional<Sent>> sent(Set<Long> places, RetryKey key) {
    return sent.find(places, key);
  }

  @Override
  public Future<Void> append(Append append) {
    try {
      return writer.submit(
          new Write.Append(
              append.key(),
              new Write.Given(append.id(), append.before(), append.last()),
              kept(append),
              events(append),
              sent.rows(append),
              erased(append),
              isFirst(append) ? conversations(append) : List.of(),
              renaming(append),
              members.rows(append),
              fence));
    } catch (RuntimeException e) {
      return Future.failedFuture(e);
    }
  }

  /** The first event of a log, and each change of state, write the place too. */
  private Optional<Tuple> kept(Append append) {
    if (!isFirst(append) && append.state().isEmpty()) {
      return Optional.empty();
    }
    byte[] bound = Bound.toState(append.id());
    Object state =
        append
            .state()
            .map(StateCodec::encode)
            .map(clear -> sealing.seal(clear, bound))
            .map(engine::bind)
            .orElse(null);
    return Optional.of(Tuple.of(append.id(), append.key(), state));
  }

  private static boolean isFirst(Append append) {
    return append.before() == 0 && append.isLonger();
  }

  /** Each of the two finds a new conversation. */
  private static List<Tuple> conversations(Append append) {
    List<String> two = Conversation.accounts(append.key());
    return two.isEmpty()
        ? List.of()
        : List.of(
            Tuple.of(two.get(0), two.get(1), append.id()),
            Tuple.of(two.get(1), two.get(0), append.id()));
  }

  private List<Erasure> erased(Append append) {
    return append.events().stream()
        .filter(TakenBack.class::isInstance)
        .map(event -> ((TakenBack) event).seq())
        .map(seq -> new Erasure(engine, sealing, chains, append.id(), seq))
        .toList();
  }

  private Optional<Renaming> renaming(Append append) {
    return append.newKey().map(to -> new Renaming(engine, sealing, append.id(), append.key(), to));
  }

  private List<Entry> events(Append append) {
    return append.events().stream().map(event -> entry(append.id(), event)).toList();
  }

  private Entry entry(long place, Event event) {
    EventCodec.Encoded encoded = EventCodec.encode(event);
    long seq = event.stamp().seq();
    long time = event.stamp().time();
    int kind = encoded.kind().code();
    byte[] body = sealing.seal(encoded.body(), Bound.toEvent(place, seq, time, kind));
    byte[] content = chains.content(place, seq, time, kind, encoded.body());
    return new Entry(place, seq, time, kind, engine.bind(body), content);
  }
}
