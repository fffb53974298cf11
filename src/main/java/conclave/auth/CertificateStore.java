package conclave.auth;

import conclave.account.Fingerprint;
import conclave.name.AccountName;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Where it is durable which certificates log in. As {@link AccountStore} otherwise. */
public interface CertificateStore {
  /** The account that a certificate logs in. */
  Future<Optional<AccountName>> ownerOf(Fingerprint certificate);

  /** Those of an account, oldest first. */
  Future<List<Fingerprint>> of(AccountName account);

  /** Lets a certificate log an account in; false where it is somebody's already. */
  Future<Boolean> add(AccountName account, Fingerprint certificate, long now);

  /** Takes a certificate from an account; false where it isn't one of its. */
  Future<Boolean> remove(AccountName account, Fingerprint certificate);
}
