package conclave.store;

import conclave.account.Account;
import conclave.account.AccountRole;
import conclave.account.AccountStatus;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Accounts. Each change is a transaction of its own in the writer's order. */
final class SqlAccounts implements AccountStore {
  private static final int YES = 1;

  /** What is the account's alone. */
  private static final List<Sql> FORGOTTEN =
      List.of(
          Sql.FORGET_CERTIFICATES,
          Sql.FORGET_SESSIONS,
          Sql.FORGET_CODES,
          Sql.FORGET_METADATA,
          Sql.FORGET_READ_MARKERS,
          Sql.FORGET_BOOKMARKS,
          Sql.LEAVE_ALL,
          Sql.FORGET_RESIDENT);

  private static final List<AccountRole> ROLES = List.of(AccountRole.values());
  private static final List<AccountStatus> STATUSES = List.of(AccountStatus.values());

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
        .map(rows -> first(rows).map(this::account));
  }

  @Override
  public Future<List<Account>> all(int limit) {
    return readers
        .preparedQuery(Sql.ALL_ACCOUNTS.text())
        .execute(Tuple.of((long) limit))
        .map(
            rows -> {
              List<Account> accounts = new ArrayList<>();
              rows.forEach(row -> accounts.add(account(row)));
              return accounts;
            });
  }

  @Override
  public Future<Optional<AccountName>> findAlike(AccountName name) {
    return readers
        .preparedQuery(Sql.FIND_LOOKALIKE.text())
        .execute(Tuple.of(name.key(), Skeleton.of(name.text())))
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
        new Write.Alone<>(c -> insert(c, account, account.role()), SqlAccounts::isCreated));
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
        .map(rows -> first(rows).map(row -> role(row.getInteger(0) == YES)))
        .compose(
            role ->
                role.isPresent()
                    ? insert(connection, account, role.get())
                        .compose(outcome -> settled(connection, outcome, role.get()))
                    : Future.succeededFuture(Outcome.BAD_INVITATION));
  }

  /** Where the first administrator has come, the codes that other nodes show for one are void. */
  private static Future<Outcome> settled(
      SqlConnection connection, Outcome outcome, AccountRole role) {
    return outcome == Outcome.CREATED && role == AccountRole.ADMIN
        ? connection.query(Sql.WITHDRAW_ADMIN_INVITATIONS.text()).execute().map(outcome)
        : Future.succeededFuture(outcome);
  }

  private static AccountRole role(boolean makesAdmin) {
    return makesAdmin ? AccountRole.ADMIN : AccountRole.MEMBER;
  }

  /** Looks for a name that looks like this one in the same transaction: there is one writer. */
  private Future<Outcome> insert(SqlConnection connection, Account account, AccountRole role) {
    String skeleton = Skeleton.of(account.name().text());
    return connection
        .preparedQuery(Sql.FIND_LOOKALIKE.text())
        .execute(Tuple.of(account.name().key(), skeleton))
        .map(SqlAccounts::name)
        .compose(
            other ->
                other.filter(name -> !name.key().equals(account.name().key())).isPresent()
                    ? Future.succeededFuture(Outcome.LOOKS_LIKE_ANOTHER)
                    : insert(connection, account, role, skeleton));
  }

  private Future<Outcome> insert(
      SqlConnection connection, Account account, AccountRole role, String skeleton) {
    Verifier verifier = verifiers.seal(account.name(), account.verifier());
    Tuple row =
        Tuple.tuple()
            .addValue(account.name().key())
            .addValue(account.name().text())
            .addValue(engine.bind(verifier.salt()))
            .addValue(verifier.iterations())
            .addValue(engine.bind(verifier.storedKey()))
            .addValue(engine.bind(verifier.serverKey()))
            .addValue(ROLES.indexOf(role))
            .addValue(account.created())
            .addValue(skeleton);
    return connection
        .preparedQuery(Sql.ADD_ACCOUNT.text())
        .execute(row)
        .map(result -> result.rowCount() == 1 ? Outcome.CREATED : Outcome.EXISTS);
  }

  @Override
  public Future<Boolean> changeVerifier(AccountName name, Verifier clear) {
    return writer.submit(
        new Write.Alone<>(
            c ->
                c.preparedQuery(Sql.CHANGE_VERIFIER.text())
                    .execute(columns(name, clear))
                    .map(rows -> rows.rowCount() == 1)
                    .compose(
                        isDone -> forget(c, name.key(), List.of(Sql.FORGET_CODES)).map(isDone)),
            isDone -> true));
  }

  @Override
  public Future<Boolean> raiseVerifier(AccountName name, Verifier clear) {
    return writer
        .change(Sql.RAISE_VERIFIER, columns(name, clear).addValue(clear.iterations()))
        .map(rows -> rows.rowCount() == 1);
  }

  private Tuple columns(AccountName name, Verifier clear) {
    Verifier verifier = verifiers.seal(name, clear);
    return Tuple.tuple()
        .addValue(engine.bind(verifier.salt()))
        .addValue(verifier.iterations())
        .addValue(engine.bind(verifier.storedKey()))
        .addValue(engine.bind(verifier.serverKey()))
        .addValue(name.key());
  }

  @Override
  public Future<Change> changeRole(AccountName name, AccountRole role, boolean needsAnother) {
    Tuple row = Tuple.of(ROLES.indexOf(role), name.key());
    return change(Sql.CHANGE_ROLE, row, needsAnother, List.of());
  }

  @Override
  public Future<Change> changeStatus(AccountName name, AccountStatus status, boolean needsAnother) {
    Tuple row = Tuple.of(STATUSES.indexOf(status), name.key());
    return status == AccountStatus.DELETED
        ? change(Sql.CHANGE_STATUS, row, needsAnother, FORGOTTEN)
        : change(Sql.CHANGE_STATUS, row, needsAnother, List.of());
  }

  /** Looks who is left in the same transaction, and takes it back where that is nobody. */
  private Future<Change> change(Sql sql, Tuple row, boolean needsAnother, List<Sql> forgotten) {
    return writer.submit(
        new Write.Alone<>(
            c ->
                admins(c)
                    .compose(
                        before ->
                            c.preparedQuery(sql.text())
                                .execute(row)
                                .compose(
                                    rows ->
                                        rows.rowCount() == 1
                                            ? forget(c, row.getString(1), forgotten)
                                                .compose(
                                                    done -> changed(c, needsAnother && before > 0))
                                            : Future.succeededFuture(Change.NO_SUCH_ACCOUNT))),
            done -> done == Change.DONE));
  }

  /**
   * May anything more be kept for this key? Not for an account that was deleted meanwhile: nobody
   * would take it away.
   */
  static Future<Boolean> mayKeep(SqlConnection connection, String key) {
    return connection
        .preparedQuery(Sql.COUNT_DELETED.text())
        .execute(Tuple.of(key))
        .map(rows -> rows.iterator().next().getLong(0) == 0);
  }

  static Future<Void> forget(SqlConnection connection, String key, List<Sql> forgotten) {
    Future<Void> done = Future.succeededFuture();
    for (Sql sql : forgotten) {
      done =
          done.compose(
              before -> connection.preparedQuery(sql.text()).execute(Tuple.of(key)).mapEmpty());
    }
    return done;
  }

  private static Future<Change> changed(SqlConnection connection, boolean needsAnother) {
    return needsAnother
        ? admins(connection).map(left -> left > 0 ? Change.DONE : Change.LAST_ADMIN)
        : Future.succeededFuture(Change.DONE);
  }

  private static Future<Long> admins(SqlConnection connection) {
    return connection
        .query(Sql.COUNT_ADMINS.text())
        .execute()
        .map(rows -> rows.iterator().next().getLong(0));
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    return rows.size() == 0 ? Optional.empty() : Optional.of(rows.iterator().next());
  }

  private Account account(Row row) {
    int column = 0;
    String key = row.getString(column++);
    AccountName name = new AccountName(row.getString(column++));
    Verifier sealed =
        new Verifier(
            bytes(row, column++),
            row.getInteger(column++),
            bytes(row, column++),
            bytes(row, column++));
    AccountRole role = ROLES.get(row.getInteger(column++));
    AccountStatus status = STATUSES.get(row.getInteger(column++));
    return new Account(name, opened(key, sealed), role, status, row.getLong(column));
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
