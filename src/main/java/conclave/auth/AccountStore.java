package conclave.auth;

import conclave.account.Account;
import conclave.account.Invitation;
import conclave.account.Verifier;
import conclave.name.AccountName;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Where accounts and invitations are durable. Every future fails when the store is away; callable
 * on any context.
 */
public interface AccountStore {
  /** What became of a registration. */
  enum Outcome {
    CREATED,
    EXISTS,
    LOOKS_LIKE_ANOTHER,
    BAD_INVITATION
  }

  /** The account with this name, in whatever case. */
  Future<Optional<Account>> find(AccountName name);

  /** An account whose name has this {@link Skeleton}; the oldest of several. */
  Future<Optional<AccountName>> findBySkeleton(String skeleton);

  /** How many accounts there are. */
  Future<Long> count();

  /** Keeps a new account, unless its name is taken or looks like one that is. */
  Future<Outcome> register(Account account);

  /**
   * Keeps a new account and uses up the invitation with this hash, both or neither.
   *
   * @param now an invitation that expires at or before it is no good; milliseconds since 1970, UTC
   * @return CREATED, with {@code isAdmin} set where the invitation says so, whatever {@code
   *     account} has
   */
  Future<Outcome> register(Account account, String codeHash, long now);

  /** Keeps an invitation; done when it is durable. */
  Future<Void> invite(Invitation invitation);

  /**
   * Forgets the invitations that would make an administrator: the next start of an empty server
   * makes a new one.
   */
  Future<Void> withdrawAdminInvitations();

  /** Replaces an account's verifier; false where there is no such account. */
  Future<Boolean> changeVerifier(AccountName name, Verifier verifier);
}
