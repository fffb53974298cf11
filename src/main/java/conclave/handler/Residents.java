package conclave.handler;

import conclave.name.AccountName;
import conclave.name.Nick;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps whose user stays without a connection, and in which rooms. Callable on any context; futures
 * complete on the caller's.
 */
public interface Residents {
  /**
   * A user who stays.
   *
   * @param wish what the account has said of it; nothing where it never did
   * @param rooms their keys
   */
  record Resident(
      AccountName account, Nick nick, String username, Optional<Boolean> wish, Set<String> rooms) {
    public Resident {
      rooms = Set.copyOf(rooms);
    }
  }

  /** Has the account said that its user shall stay, or that it shall not? */
  Future<Optional<Boolean>> wish(AccountName account);

  /** The account says so. */
  Future<Void> wish(AccountName account, boolean isWanted);

  /** The account's user stays, and is in these rooms. Its wish is not changed. */
  Future<Void> settle(Resident resident);

  /** The account's user does not stay any more. */
  Future<Void> unsettle(AccountName account);

  /** All who stay, of accounts that are enabled. */
  Future<List<Resident>> all();
}
