package conclave.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts the rows of many appends into one transaction. Not thread-safe: the writer's alone. */
final class Appends {
  private final Chains chains;

  Appends(Chains chains) {
    this.chains = chains;
  }

  /** Done when all of it is committed. */
  Future<Void> commit(Transactions transactions, List<Write.Append> batch) {
    return transactions
        .run(c -> insert(c, batch), done -> true)
        .onFailure(lost -> chains.forget(batch))
        .map(
            linked -> {
              chains.committed(linked);
              return null;
            });
  }

  private Future<Chains.Linked> insert(SqlConnection to, List<Write.Append> batch) {
    return Fence.hold(to, batch)
        .compose(held -> chains.link(to, batch))
        .compose(linked -> insert(to, batch, linked).map(linked));
  }

  private static Future<Void> insert(
      SqlConnection to, List<Write.Append> batch, Chains.Linked linked) {
    Map<String, Tuple> places = new LinkedHashMap<>();
    List<Tuple> sent = new ArrayList<>();
    List<Tuple> conversations = new ArrayList<>();
    for (Write.Append append : batch) {
      append.kept().ifPresent(place -> places.put(append.place(), place));
      sent.addAll(append.sent());
      conversations.addAll(append.conversations());
    }
    return rows(to, Sql.KEEP_PLACE.text(), new ArrayList<>(places.values()))
        .compose(v -> rows(to, Sql.ADD_EVENT.text(), linked.events()))
        .compose(v -> rows(to, ChainSql.BEGIN.text(), linked.begun()))
        .compose(v -> rows(to, ChainSql.MOVE_HEAD.text(), linked.moved()))
        .compose(v -> rows(to, SentSql.ADD.text(), sent))
        .compose(v -> rows(to, SentSql.FORGET.text(), SqlSent.old(sent)))
        .compose(v -> changed(to, batch))
        .compose(v -> Members.write(to, batch))
        .compose(v -> rows(to, Sql.ADD_CONVERSATION.text(), conversations));
  }

  /** What others have appended is read again. */
  void forgetAll() {
    chains.forgetAll();
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

  static Future<Void> rows(SqlConnection to, String sql, List<Tuple> rows) {
    return rows.isEmpty()
        ? Future.succeededFuture()
        : to.preparedQuery(sql).executeBatch(rows).mapEmpty();
  }
}
