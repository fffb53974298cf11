package conclave.auth;

import conclave.account.Account;
import conclave.account.AccountRole;
import conclave.account.AccountStatus;
import conclave.account.Invitation;
import conclave.account.Verifier;
import conclave.name.AccountName;
import io.vertx.core.Future;
import java.util.List;
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

  /** What became of a change. */
  enum Change {
    DONE,
    NO_SUCH_ACCOUNT,
    /** Nobody would be left who can administer accounts. */
    LAST_ADMIN
  }

  /** The account with this name, in whatever case. */
  Future<Optional<Account>> find(AccountName name);

  /** All accounts by name, at most so many. */
  Future<List<Account>> all(int limit);

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
   * @return CREATED, as an administrator where the invitation says so, whatever {@code account} has
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

  /**
   * Replaces an account's verifier by one of the same password with more rounds, unless it has as
   * many by now: a password that was changed meanwhile stays.
   */
  Future<Boolean> raiseVerifier(AccountName name, Verifier verifier);

  /**
   * Gives an account another role.
   *
   * @param needsAnother no account may lose its rights that is the last with all of them
   */
  Future<Change> changeRole(AccountName name, AccountRole role, boolean needsAnother);

  /**
   * Enables, disables or deletes an account; a deleted one stays so.
   *
   * @param needsAnother as for {@link #changeRole}
   */
  Future<Change> changeStatus(AccountName name, AccountStatus status, boolean needsAnother);

  /** Keeps a code that logs in once, until then. */
  Future<Void> addCode(AccountName name, String codeHash, long expires);

  /** Uses up a code of that account; false where there is none that is still good. */
  Future<Boolean> useCode(AccountName name, String codeHash, long now);

  /** Forgets invitations and codes that are no longer good. */
  Future<Void> expire(long now);
}
