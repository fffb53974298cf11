package conclave.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Links what is appended to what is there, and remembers where each place has come to. A head that
 * was altered in the database, or is gone, keeps nobody from talking: the chain begins anew, and
 * says so for ever. Not thread-safe: the writer's alone.
 */
final class Chains {
  private static final Logger LOG = LoggerFactory.getLogger(Chains.class);

  /** Those of all others are read again. */
  private static final int REMEMBERED = 10_000;

  /**
   * A batch as rows.
   *
   * @param events what {@link Sql#ADD_EVENT} binds
   * @param begun what {@link ChainSql#BEGIN} binds
   * @param moved what {@link ChainSql#MOVE_HEAD} binds
   * @param heads where the places are when it is committed
   */
  record Linked(
      List<Tuple> events, List<Tuple> begun, List<Tuple> moved, Map<Long, ChainHead> heads) {}

  /** Heads that are under way, and those of them that the store doesn't have. */
  private record Under(Map<Long, ChainHead> heads, Map<Long, Link> starts) {}

  private final Engine engine;
  private final ChainKey key;
  private final Map<Long, ChainHead> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, ChainHead> eldest) {
          return size() > REMEMBERED;
        }
      };

  Chains(Engine engine, ChainKey key) {
    this.engine = engine;
    this.key = key;
  }

  /** Links the events of a batch, where nothing needs to be read for it. */
  Optional<Linked> linkFromMemory(List<Write.Append> batch) {
    Under under = new Under(new HashMap<>(), new HashMap<>());
    return recall(batch, under).isEmpty() ? Optional.of(linked(batch, under)) : Optional.empty();
  }

  /** Links the events of a batch, in the transaction that will have them. */
  Future<Linked> link(SqlConnection connection, List<Write.Append> batch) {
    Under under = new Under(new HashMap<>(), new HashMap<>());
    List<Future<?>> reading = new ArrayList<>();
    recall(batch, under).forEach(first -> reading.add(read(connection, first, under)));
    return reading.isEmpty()
        ? Future.succeededFuture(linked(batch, under))
        : Future.join(reading).map(done -> linked(batch, under));
  }

  /**
   * Where the places of a batch have come to before it; those are told of which only the store
   * knows.
   */
  private List<Write.Given> recall(List<Write.Append> batch, Under under) {
    Set<Long> seen = new HashSet<>();
    List<Write.Given> unknown = new ArrayList<>();
    for (Write.Append append : batch) {
      Write.Given given = append.given();
      boolean moves = given.last() != given.before() || !append.events().isEmpty();
      if (moves && seen.add(given.place()) && !recall(given, under)) {
        unknown.add(given);
      }
    }
    return unknown;
  }

  /** What was linked last is in the store now. */
  void committed(Linked linked) {
    known.putAll(linked.heads);
  }

  /** What became of these is read from the store again. */
  void forget(List<Write.Append> batch) {
    batch.forEach(append -> known.remove(append.given().place()));
  }

  void forgetAll() {
    known.clear();
  }

  private boolean recall(Write.Given first, Under under) {
    long place = first.place();
    if (first.before() == 0) {
      under.heads.put(place, ChainHead.NONE);
      under.starts.put(place, Link.before(1));
      return true;
    }
    ChainHead head = known.get(place);
    if (head == null || head.seq() != first.before()) {
      return false;
    }
    under.heads.put(place, head);
    return true;
  }

  private Future<?> read(SqlConnection connection, Write.Given first, Under under) {
    long place = first.place();
    return connection
        .preparedQuery(ChainSql.HEAD.text())
        .execute(Tuple.of(place))
        .onSuccess(
            rows -> {
              for (Row row : rows) {
                headOf(place, row, key)
                    .filter(found -> found.seq() == first.before())
                    .ifPresent(found -> under.heads.put(place, found));
              }
              under.heads.computeIfAbsent(place, p -> begunAnew(first, under));
            });
  }

  private static ChainHead begunAnew(Write.Given first, Under under) {
    LOG.error(
        "the chain of the log {} does not end before its event {}: the database was altered. "
            + "It begins anew there; see what conclave store verify says",
        first.place(),
        first.before() + 1);
    Link start = Link.before(first.before() + 1);
    under.starts.put(first.place(), start);
    return new ChainHead(start, start.seq(), first.before() + 1);
  }

  private Linked linked(List<Write.Append> batch, Under under) {
    Linked linked =
        new Linked(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), under.heads);
    for (Write.Append append : batch) {
      for (Entry entry : append.events()) {
        ChainHead head = Objects.requireNonNull(under.heads.get(entry.place()));
        Link next = key.next(entry.place(), head.kept(), entry.seq(), entry.content());
        under.heads.put(entry.place(), head.to(next));
        linked.events.add(entry.row(engine.bind(next.hash())));
      }
      under.heads.computeIfPresent(
          append.given().place(), (place, head) -> head.givenTo(append.given().last()));
    }
    under.heads.forEach(
        (place, head) -> {
          Link start = under.starts.get(place);
          if (start == null) {
            linked.moved.add(moved(place, head));
          } else {
            linked.begun.add(begun(engine, key, place, start, head));
          }
        });
    return linked;
  }

  private Tuple moved(long place, ChainHead head) {
    return Tuple.of(
        head.kept().seq(),
        engine.bind(head.kept().hash()),
        head.seq(),
        head.flaw(),
        engine.bind(key.sealOfHead(place, head)),
        place);
  }

  /** What {@link ChainSql#BEGIN} binds. */
  static Tuple begun(Engine engine, ChainKey key, long place, Link start, ChainHead head) {
    return Tuple.tuple()
        .addValue(place)
        .addValue(start.seq())
        .addValue(engine.bind(start.hash()))
        .addValue(engine.bind(key.sealOfStart(place, start)))
        .addValue(head.kept().seq())
        .addValue(engine.bind(head.kept().hash()))
        .addValue(head.seq())
        .addValue(head.flaw())
        .addValue(engine.bind(key.sealOfHead(place, head)));
  }

  /** Of a row that begins as {@link ChainSql#HEAD} does; nothing where its seal is not right. */
  static Optional<ChainHead> headOf(long place, Row row, ChainKey key) {
    int column = 0;
    long kept = row.getLong(column++);
    byte[] hash = Objects.requireNonNull(Engine.bytes(row, column++));
    long seq = row.getLong(column++);
    ChainHead head = new ChainHead(new Link(kept, hash), seq, row.getLong(column++));
    byte[] seal = Objects.requireNonNull(Engine.bytes(row, column));
    return key.isHead(place, head, seal) ? Optional.of(head) : Optional.empty();
  }
}
