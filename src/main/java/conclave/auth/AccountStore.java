package conclave.auth;

import conclave.account.Account;
import conclave.account.AccountRole;
import conclave.account.AccountStatus;
import conclave.account.Verifier;
import conclave.name.AccountName;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * Where accounts are durable. Every future fails when the store is away; callable on any context.
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

  /**
   * The account with this name in whatever case, or one whose name looks like it ({@link
   * Skeleton}); the oldest of several.
   */
  Future<Optional<AccountName>> findAlike(AccountName name);

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

  /**
   * Replaces an account's verifier and forgets its codes, both or neither; false where there is no
   * such account.
   */
  Future<Boolean> changeVerifier(AccountName name, Verifier verifier);

  /**
   * Replaces an account's verifier by one of the same password with more rounds, unless it has as
   * many by now: a password that was changed meanwhile stays.
   */
  Future<Boolean> raiseVerifier(AccountName name, Verifier verifier);

  /**
   * Gives an account another role.
   *
   * @param needsAnother no account may lose its rights that is the last with all of them; where
   *     none has them anyway, nothing stands against it
   */
  Future<Change> changeRole(AccountName name, AccountRole role, boolean needsAnother);

  /**
   * Enables, disables or deletes an account; a deleted one stays so, without its certificates,
   * sessions and codes.
   *
   * @param needsAnother as for {@link #changeRole}
   */
  Future<Change> changeStatus(AccountName name, AccountStatus status, boolean needsAnother);
}
