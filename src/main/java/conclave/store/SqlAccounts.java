package conclave.store;

import conclave.account.Account;
import conclave.account.Invitation;
import conclave.account.Verifier;
import conclave.auth.AccountStore;
import conclave.auth.Skeleton;
import conclave.name.AccountName;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Accounts and invitations. Each change is a transaction of its own in the writer's order. */
final class SqlAccounts implements AccountStore {
  private static final int YES = 1;
  private static final int NO = 0;

  private final Engine engine;
  private final Pool readers;
  private final WriterVerticle writer;
  private final VerifierCodec verifiers;

  SqlAccounts(Engine engine, Pool readers, WriterVerticle writer, Sealing sealing) {
    this.engine = engine;
    this.readers = readers;
    this.writer = writer;
    this.verifiers = new VerifierCodec(sealing);
  }

  @Override
  public Future<Optional<Account>> find(AccountName name) {
    return readers
        .preparedQuery(Sql.FIND_ACCOUNT.text())
        .execute(Tuple.of(name.key()))
        .map(rows -> first(rows).map(row -> account(name.key(), row)));
  }

  @Override
  public Future<Optional<AccountName>> findBySkeleton(String skeleton) {
    return readers
        .preparedQuery(Sql.FIND_LOOKALIKE.text())
        .execute(Tuple.of(skeleton))
        .map(SqlAccounts::name);
  }

  private static Optional<AccountName> name(RowSet<Row> rows) {
    return first(rows).map(row -> new AccountName(row.getString(0)));
  }

  @Override
  public Future<Long> count() {
    return readers
        .query(Sql.COUNT_ACCOUNTS.text())
        .execute()
        .map(rows -> rows.iterator().next().getLong(0));
  }

  @Override
  public Future<Outcome> register(Account account) {
    return writer.submit(
        new Write.Alone<>(c -> insert(c, account, account.isAdmin()), SqlAccounts::isCreated));
  }

  @Override
  public Future<Outcome> register(Account account, String codeHash, long now) {
    return writer.submit(
        new Write.Alone<>(c -> invited(c, account, codeHash, now), SqlAccounts::isCreated));
  }

  /** Any other outcome rolls the use of the invitation back. */
  private static boolean isCreated(Outcome outcome) {
    return outcome == Outcome.CREATED;
  }

  private Future<Outcome> invited(
      SqlConnection connection, Account account, String codeHash, long now) {
    return connection
        .preparedQuery(Sql.USE_INVITATION.text())
        .execute(Tuple.of(codeHash, now))
        .map(rows -> first(rows).map(row -> row.getInteger(0) == YES))
        .compose(
            makesAdmin ->
                makesAdmin.isPresent()
                    ? insert(connection, account, makesAdmin.get())
                    : Future.succeededFuture(Outcome.BAD_INVITATION));
  }

  /** Looks for a name that looks like this one in the same transaction: there is one writer. */
  private Future<Outcome> insert(SqlConnection connection, Account account, boolean isAdmin) {
    String skeleton = Skeleton.of(account.name().text());
    return connection
        .preparedQuery(Sql.FIND_LOOKALIKE.text())
        .execute(Tuple.of(skeleton))
        .map(SqlAccounts::name)
        .compose(
            other ->
                other.filter(name -> !name.key().equals(account.name().key())).isPresent()
                    ? Future.succeededFuture(Outcome.LOOKS_LIKE_ANOTHER)
                    : insert(connection, account, isAdmin, skeleton));
  }

  private Future<Outcome> insert(
      SqlConnection connection, Account account, boolean isAdmin, String skeleton) {
    Verifier verifier = verifiers.seal(account.name(), account.verifier());
    Tuple row =
        Tuple.tuple()
            .addValue(account.name().key())
            .addValue(account.name().text())
            .addValue(engine.bind(verifier.salt()))
            .addValue(verifier.iterations())
            .addValue(engine.bind(verifier.storedKey()))
            .addValue(engine.bind(verifier.serverKey()))
            .addValue(isAdmin ? YES : NO)
            .addValue(account.created())
            .addValue(skeleton);
    return connection
        .preparedQuery(Sql.ADD_ACCOUNT.text())
        .execute(row)
        .map(result -> result.rowCount() == 1 ? Outcome.CREATED : Outcome.EXISTS);
  }

  @Override
  public Future<Void> invite(Invitation invitation) {
    Tuple row =
        Tuple.of(invitation.codeHash(), invitation.makesAdmin() ? YES : NO, invitation.expires());
    return change(Sql.ADD_INVITATION, row, rows -> null);
  }

  @Override
  public Future<Void> withdrawAdminInvitations() {
    return change(Sql.WITHDRAW_ADMIN_INVITATIONS, Tuple.tuple(), rows -> null);
  }

  @Override
  public Future<Boolean> changeVerifier(AccountName name, Verifier clear) {
    Verifier verifier = verifiers.seal(name, clear);
    Tuple row =
        Tuple.of(
            engine.bind(verifier.salt()),
            verifier.iterations(),
            engine.bind(verifier.storedKey()),
            engine.bind(verifier.serverKey()),
            name.key());
    return change(Sql.CHANGE_VERIFIER, row, rows -> rows.rowCount() == 1);
  }

  private <T> Future<T> change(Sql sql, Tuple row, Function<RowSet<Row>, T> result) {
    return writer.submit(
        new Write.Alone<>(c -> c.preparedQuery(sql.text()).execute(row).map(result), done -> true));
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
  }

  private Account account(String key, Row row) {
    int column = 0;
    AccountName name = new AccountName(row.getString(column++));
    Verifier sealed =
        new Verifier(
            bytes(row, column++),
            row.getInteger(column++),
            bytes(row, column++),
            bytes(row, column++));
    boolean isAdmin = row.getInteger(column++) == YES;
    return new Account(name, opened(key, sealed), isAdmin, row.getLong(column));
  }

  private Verifier opened(String key, Verifier sealed) {
    try {
      return verifiers.open(key, sealed);
    } catch (Unreadable e) {
      throw new StoreUnavailable("the account " + key + " can't be read: " + e.getMessage(), e);
    }
  }

  private static byte[] bytes(Row row, int column) {
    return Objects.requireNonNull(Engine.bytes(row, column));
  }
}
