package conclave.store;

import conclave.room.Member;
import conclave.shard.RoomLog;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Who is in which room, kept where nodes share a store: whoever takes a room over finds them there.
 * Where one node alone has it they are gone with the node, and nothing is written.
 */
final class Members {
  /** A row's key. */
  record At(long place, String tag) {}

  private final Engine engine;
  private final Sealing sealing;
  private final IndexKey index;

  Members(Engine engine, Sealing sealing, IndexKey index) {
    this.engine = engine;
    this.sealing = sealing;
    this.index = index;
  }

  /** Is it written down who is in? */
  boolean isKept() {
    return engine.isShared();
  }

  /** The rows that an append changes: new bodies, and nothing for those that go. */
  Map<At, Optional<Object>> rows(RoomLog.Append append) {
    if (append.members().isEmpty()) {
      return Map.of();
    }
    Map<At, Optional<Object>> rows = new LinkedHashMap<>();
    append
        .members()
        .forEach(
            (nick, member) -> {
              At at = new At(append.id(), index.tagOfNick(nick));
              rows.put(at, member.map(one -> engine.bind(sealed(at, one))));
            });
    return rows;
  }

  private byte[] sealed(At at, Member member) {
    byte[] clear =
        EventCodec.source(new FieldWriter(), member.source())
            .flag(member.source().isBot())
            .text(member.realname())
            .text(Letters.ofRoles(member.roles()))
            .bytes();
    return sealing.seal(clear, Bound.toMember(at.place, at.tag));
  }

  Member opened(At at, byte[] body) {
    FieldReader in = new FieldReader(sealing.open(body, Bound.toMember(at.place, at.tag)));
    return new Member(
        EventCodec.readSource(in).asBot(in.flag()), in.text(), Letters.roles(in.text()));
  }

  /** Writes the rows of a batch; of several that change one, the last counts. */
  static Future<Void> write(SqlConnection to, List<Write.Append> batch) {
    Map<At, Optional<Object>> rows = new LinkedHashMap<>();
    batch.forEach(append -> rows.putAll(append.members()));
    if (rows.isEmpty()) {
      return Future.succeededFuture();
    }
    List<Tuple> kept = new ArrayList<>();
    List<Tuple> dropped = new ArrayList<>();
    rows.forEach(
        (at, body) -> {
          Tuple row = Tuple.of(at.place, at.tag);
          (body.isPresent() ? kept : dropped).add(body.map(row::addValue).orElse(row));
        });
    return new Rows(ClusterSql.DROP_MEMBER.text(), dropped)
        .writeTo(to)
        .compose(v -> new Rows(ClusterSql.KEEP_MEMBER.text(), kept).writeTo(to));
  }

  /** Who is in that room, in no order. */
  Future<List<Member>> of(Pool readers, long place) {
    return engine.isShared()
        ? readers
            .preparedQuery(ClusterSql.MEMBERS.text())
            .execute(Tuple.of(place))
            .map(rows -> members(place, rows))
        : Future.succeededFuture(List.of());
  }

  private List<Member> members(long place, RowSet<Row> rows) {
    try {
      List<Member> members = new ArrayList<>();
      for (Row row : rows) {
        At at = new At(place, row.getString(0));
        members.add(opened(at, Objects.requireNonNull(Engine.bytes(row, 1))));
      }
      return members;
    } catch (Unreadable e) {
      throw new StoreUnavailable("a member of a room can't be read: " + e.getMessage(), e);
    }
  }
}
