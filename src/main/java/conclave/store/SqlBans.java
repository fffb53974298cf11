package conclave.store;

import conclave.command.ServerBan;
import conclave.command.ServerBan.Kind;
import conclave.handler.BanStore;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The server's bans. Each change is a transaction of its own in the writer's order. */
final class SqlBans implements BanStore {
  private final WriterVerticle writer;

  SqlBans(WriterVerticle writer) {
    this.writer = writer;
  }

  @Override
  public Future<List<ServerBan>> load(long now) {
    return writer.submit(
        new Write.Alone<>(
            c ->
                c.preparedQuery(Sql.END_BANS.text())
                    .execute(Tuple.of(now))
                    .compose(ended -> c.preparedQuery(Sql.ALL_BANS.text()).execute())
                    .map(
                        rows -> {
                          List<ServerBan> bans = new ArrayList<>();
                          rows.forEach(row -> bans.add(ban(row)));
                          return bans;
                        }),
            done -> true));
  }

  private static ServerBan ban(Row row) {
    int column = 0;
    return new ServerBan(
        Kind.valueOf(row.getString(column++).toUpperCase(Locale.ROOT)),
        row.getString(column++),
        row.getString(column++),
        row.getString(column++),
        row.getLong(column++),
        row.getLong(column));
  }

  @Override
  public Future<Void> put(ServerBan ban) {
    return change(
        Sql.PUT_BAN,
        Tuple.of(text(ban.kind()), ban.mask(), ban.reason(), ban.by(), ban.set(), ban.expires()));
  }

  @Override
  public Future<Void> remove(Kind kind, String mask) {
    return change(Sql.REMOVE_BAN, Tuple.of(text(kind), mask));
  }

  private Future<Void> change(Sql sql, Tuple row) {
    return writer.submit(
        new Write.Alone<>(
            c -> c.preparedQuery(sql.text()).execute(row).<Void>mapEmpty(), done -> true));
  }

  private static String text(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
