package conclave.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts the rows of many appends into one transaction. Not thread-safe: the writer's alone. */
final class Appends {
  private final Chains chains;
  private final Transactions transactions;
  private final Optional<JdbcCommits> inOneGo;

  Appends(Chains chains, Transactions transactions, Optional<JdbcCommits> inOneGo) {
    this.chains = chains;
    this.transactions = transactions;
    this.inOneGo = inOneGo;
  }

  /** Done when all of it is committed. */
  Future<Void> commit(List<Write.Append> batch) {
    return Future.succeededFuture()
        .compose(begin -> write(batch))
        .onFailure(lost -> chains.forget(batch))
        .map(
            linked -> {
              chains.committed(linked);
              return null;
            });
  }

  private Future<Chains.Linked> write(List<Write.Append> batch) {
    boolean isRowsAlone = batch.stream().allMatch(Write.Append::isRowsAlone);
    Optional<Chains.Linked> ready =
        inOneGo.filter(can -> isRowsAlone).flatMap(can -> chains.linkFromMemory(batch));
    return ready
        .map(linked -> inOneGo.orElseThrow().commit(rows(batch, linked)).map(linked))
        .orElseGet(() -> transactions.run(c -> insert(c, batch), done -> true));
  }

  /** When nothing is under way any more. */
  Future<Void> close() {
    return inOneGo.map(JdbcCommits::close).orElse(Future.succeededFuture());
  }

  private Future<Chains.Linked> insert(SqlConnection to, List<Write.Append> batch) {
    return Fence.hold(to, batch)
        .compose(held -> chains.link(to, batch))
        .compose(linked -> insert(to, batch, linked).map(linked));
  }

  private static Future<Void> insert(
      SqlConnection to, List<Write.Append> batch, Chains.Linked linked) {
    Future<Void> done = Future.succeededFuture();
    for (Rows rows : rows(batch, linked)) {
      done = done.compose(v -> rows.writeTo(to));
    }
    return done.compose(v -> changed(to, batch)).compose(v -> Members.write(to, batch));
  }

  /** All that is only added to the store or replaced there, statement by statement. */
  private static List<Rows> rows(List<Write.Append> batch, Chains.Linked linked) {
    Map<String, Tuple> places = new LinkedHashMap<>();
    List<Tuple> sent = new ArrayList<>();
    List<Tuple> conversations = new ArrayList<>();
    for (Write.Append append : batch) {
      append.kept().ifPresent(place -> places.put(append.place(), place));
      sent.addAll(append.sent());
      conversations.addAll(append.conversations());
    }
    return Stream.of(
            new Rows(Sql.KEEP_PLACE.text(), List.copyOf(places.values())),
            new Rows(Sql.ADD_EVENT.text(), linked.events()),
            new Rows(ChainSql.BEGIN.text(), linked.begun()),
            new Rows(ChainSql.MOVE_HEAD.text(), linked.moved()),
            new Rows(SentSql.ADD.text(), sent),
            new Rows(SentSql.FORGET.text(), SqlSent.old(sent)),
            new Rows(Sql.ADD_CONVERSATION.text(), conversations))
        .filter(rows -> !rows.isEmpty())
        .toList();
  }

  /** One after another: a key is free for the next when the one before it has given it up. */
  private static Future<Void> changed(SqlConnection to, List<Write.Append> batch) {
    Future<Void> done = Future.succeededFuture();
    for (Write.Append append : batch) {
      for (Erasure erasure : append.erased()) {
        done = done.compose(v -> erasure.run(to));
      }
      if (append.renaming().isPresent()) {
        done = done.compose(v -> append.renaming().get().run(to));
      }
    }
    return done;
  }
}
