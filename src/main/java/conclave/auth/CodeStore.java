package conclave.auth;

import conclave.account.Invitation;
import conclave.name.AccountName;
import io.vertx.core.Future;
import java.util.Optional;

/** Where one-time codes are durable, by their hashes. As {@link AccountStore} otherwise. */
public interface CodeStore {
  /** Keeps an invitation; done when it is durable. */
  Future<Void> invite(Invitation invitation);

  /** The invitation with this hash; nothing where there is none that is still good. */
  Future<Optional<Invitation>> invitation(String codeHash, long now);

  /**
   * Forgets the invitations that would make an administrator: the next start of an empty server
   * makes a new one.
   */
  Future<Void> withdrawAdminInvitations();

  /** Keeps a code that logs in once, until then, in place of the account's last one. */
  Future<Void> addCode(AccountName name, String codeHash, long expires);

  /** Uses up a code of that account; false where there is none that is still good. */
  Future<Boolean> useCode(AccountName name, String codeHash, long now);

  /** Forgets invitations and codes that are no longer good. */
  Future<Void> expire(long now);
}
