package conclave.store;

import conclave.handler.Residents;
import conclave.name.AccountName;
import conclave.name.Nick;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who stays. Each change is a transaction of its own in the writer's order. */
final class SqlResidents implements Residents {
  private final Pool readers;
  private final WriterVerticle writer;

  SqlResidents(Pool readers, WriterVerticle writer) {
    this.readers = readers;
    this.writer = writer;
  }

  @Override
  public Future<Optional<Boolean>> wish(AccountName account) {
    return readers
        .preparedQuery(ResidentSql.WISH_OF.text())
        .execute(Tuple.of(account.key()))
        .map(
            rows -> rows.iterator().hasNext() ? wish(rows.iterator().next(), 0) : Optional.empty());
  }

  private static Optional<Boolean> wish(Row row, int column) {
    return Optional.ofNullable(row.getInteger(column)).map(wish -> wish == 1);
  }

  @Override
  public Future<Void> wish(AccountName account, boolean isWanted) {
    return ifKept(
        account,
        c -> execute(c, ResidentSql.SET_WISH.text(), Tuple.of(account.key(), isWanted ? 1 : 0)));
  }

  @Override
  public Future<Void> settle(Resident resident) {
    String account = resident.account().key();
    Tuple who = Tuple.of(account, resident.nick().text(), resident.username());
    List<Tuple> rooms = resident.rooms().stream().map(key -> Tuple.of(account, key)).toList();
    return ifKept(
        resident.account(),
        c ->
            execute(c, ResidentSql.SETTLE.text(), who)
                .compose(done -> execute(c, Sql.LEAVE_ALL.text(), Tuple.of(account)))
                .compose(
                    done ->
                        rooms.isEmpty()
                            ? Future.succeededFuture()
                            : c.preparedQuery(ResidentSql.SETTLE_IN.text()).executeBatch(rooms))
                .mapEmpty());
  }

  @Override
  public Future<Void> unsettle(AccountName account) {
    return writer
        .submit(
            new Write.Alone<>(
                c ->
                    execute(c, ResidentSql.UNSETTLE.text(), Tuple.of(account.key()))
                        .compose(done -> execute(c, Sql.LEAVE_ALL.text(), Tuple.of(account.key()))),
                done -> true))
        .mapEmpty();
  }

  /** What is deleted stays deleted. */
  private Future<Void> ifKept(AccountName account, Work work) {
    return writer
        .submit(
            new Write.Alone<>(
                c ->
                    SqlAccounts.mayKeep(c, account.key())
                        .compose(mayKeep -> mayKeep ? work.of(c) : Future.<Void>succeededFuture()),
                done -> true))
        .mapEmpty();
  }

  private interface Work {
    Future<Void> of(SqlConnection connection);
  }

  private static Future<Void> execute(SqlConnection connection, String sql, Tuple row) {
    return connection.preparedQuery(sql).execute(row).mapEmpty();
  }

  @Override
  public Future<List<Resident>> all() {
    return readers
        .query(ResidentSql.RESIDENT_ROOMS.text())
        .execute()
        .map(SqlResidents::rooms)
        .compose(
            rooms ->
                readers
                    .query(ResidentSql.RESIDENTS.text())
                    .execute()
                    .map(rows -> residents(rows, rooms)));
  }

  private static Map<String, Set<String>> rooms(RowSet<Row> rows) {
    Map<String, Set<String>> rooms = new HashMap<>();
    rows.forEach(
        row ->
            rooms
                .computeIfAbsent(row.getString(0), account -> new HashSet<>())
                .add(row.getString(1)));
    return rooms;
  }

  private static List<Resident> residents(RowSet<Row> rows, Map<String, Set<String>> rooms) {
    List<Resident> residents = new ArrayList<>();
    for (Row row : rows) {
      AccountName account = new AccountName(row.getString(0));
      Set<String> its = rooms.getOrDefault(account.key(), Set.of());
      residents.add(
          new Resident(account, new Nick(row.getString(1)), row.getString(2), wish(row, 3), its));
    }
    return residents;
  }
}
