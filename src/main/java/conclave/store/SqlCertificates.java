package conclave.store;

import conclave.account.Fingerprint;
import conclave.auth.CertificateStore;
import conclave.name.AccountName;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which certificates log in: found by a tag, kept sealed. */
final class SqlCertificates implements CertificateStore {
  private static final Logger LOG = LoggerFactory.getLogger(SqlCertificates.class);

  private final Engine engine;
  private final Pool readers;
  private final WriterVerticle writer;
  private final Sealing sealing;
  private final IndexKey index;

  SqlCertificates(
      Engine engine, Pool readers, WriterVerticle writer, Sealing sealing, IndexKey index) {
    this.engine = engine;
    this.readers = readers;
    this.writer = writer;
    this.sealing = sealing;
    this.index = index;
  }

  /** The tag alone could be copied to another account's row; what is sealed there could not. */
  @Override
  public Future<Optional<AccountName>> ownerOf(Fingerprint certificate) {
    return readers
        .preparedQuery(Sql.OWNER_OF_CERTIFICATE.text())
        .execute(Tuple.of(index.tag(certificate)))
        .map(
            rows -> {
              for (Row row : rows) {
                return Optional.of(new AccountName(row.getString(0)));
              }
              return Optional.<AccountName>empty();
            })
        .compose(
            owner ->
                owner.isEmpty()
                    ? Future.succeededFuture(owner)
                    : of(owner.get()).map(all -> owner.filter(o -> all.contains(certificate))));
  }

  @Override
  public Future<List<Fingerprint>> of(AccountName account) {
    return readers
        .preparedQuery(Sql.CERTIFICATES_OF.text())
        .execute(Tuple.of(account.key()))
        .map(
            rows -> {
              List<Fingerprint> all = new ArrayList<>();
              for (Row row : rows) {
                opened(row, account).ifPresent(all::add);
              }
              return all;
            });
  }

  private Optional<Fingerprint> opened(Row row, AccountName account) {
    try {
      byte[] sealed = Objects.requireNonNull(Engine.bytes(row, 1));
      byte[] hex = sealing.open(sealed, Bound.toCertificate(row.getString(0), account.key()));
      return Optional.of(new Fingerprint(new String(hex, StandardCharsets.US_ASCII)));
    } catch (Unreadable e) {
      LOG.warn("a certificate of {} can't be read: {}", account, e.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public Future<Boolean> add(AccountName account, Fingerprint certificate, long now) {
    String tag = index.tag(certificate);
    byte[] body =
        sealing.seal(
            certificate.hex().getBytes(StandardCharsets.US_ASCII),
            Bound.toCertificate(tag, account.key()));
    return writer
        .change(Sql.ADD_CERTIFICATE, Tuple.of(tag, account.key(), now, engine.bind(body)))
        .map(rows -> rows.rowCount() == 1);
  }

  @Override
  public Future<Boolean> remove(AccountName account, Fingerprint certificate) {
    return writer
        .change(Sql.REMOVE_CERTIFICATE, Tuple.of(index.tag(certificate), account.key()))
        .map(rows -> rows.rowCount() == 1);
  }
}
