package conclave.store;

import conclave.account.Invitation;
import conclave.auth.CodeStore;
import conclave.name.AccountName;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.Optional;

/** Invitations, and codes that log in. Each change is a transaction of its own. */
final class SqlCodes implements CodeStore {
  private static final int YES = 1;
  private static final int NO = 0;

  private final Pool readers;
  private final WriterVerticle writer;

  SqlCodes(Pool readers, WriterVerticle writer) {
    this.readers = readers;
    this.writer = writer;
  }

  @Override
  public Future<Void> invite(Invitation invitation) {
    Tuple row =
        Tuple.of(invitation.codeHash(), invitation.makesAdmin() ? YES : NO, invitation.expires());
    return writer.change(Sql.ADD_INVITATION, row).mapEmpty();
  }

  @Override
  public Future<Optional<Invitation>> invitation(String codeHash, long now) {
    return readers
        .preparedQuery(Sql.FIND_INVITATION.text())
        .execute(Tuple.of(codeHash, now))
        .map(
            rows -> {
              Optional<Invitation> found = Optional.empty();
              for (Row row : rows) {
                found =
                    Optional.of(new Invitation(codeHash, row.getInteger(0) == YES, row.getLong(1)));
              }
              return found;
            });
  }

  @Override
  public Future<Void> withdrawAdminInvitations() {
    return writer.change(Sql.WITHDRAW_ADMIN_INVITATIONS, Tuple.tuple()).mapEmpty();
  }

  @Override
  public Future<Void> addCode(AccountName name, String codeHash, long expires) {
    Tuple row = Tuple.of(codeHash, name.key(), expires);
    return writer.submit(
        new Write.Alone<>(
            c ->
                SqlAccounts.forget(c, name.key(), List.of(Sql.FORGET_CODES))
                    .compose(done -> c.preparedQuery(Sql.ADD_CODE.text()).execute(row))
                    .mapEmpty(),
            done -> true));
  }

  @Override
  public Future<Boolean> useCode(AccountName name, String codeHash, long now) {
    return writer
        .change(Sql.USE_CODE, Tuple.of(codeHash, name.key(), now))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Future<Void> expire(long now) {
    return writer
        .change(Sql.EXPIRE_CODES, Tuple.of(now))
        .compose(done -> writer.change(Sql.EXPIRE_INVITATIONS, Tuple.of(now)))
        .mapEmpty();
  }
}
