package conclave.auth;

import conclave.account.ResumeToken;
import conclave.account.Session;
import conclave.name.AccountName;
import io.vertx.core.Future;
import java.util.List;
import java.util.Set;

/** Where sessions that outlive their connections are durable. As {@link AccountStore} otherwise. */
public interface SessionStore {
  /** Those of an account by number, expired ones among them. */
  Future<List<Session>> of(AccountName account);

  /** Keeps a session; where it is there already, all of it but its token. */
  Future<Void> keep(Session session);

  /** Notes that sessions were seen, as far as they are there. */
  Future<Void> see(AccountName account, Set<Integer> numbers, long now, long until);

  /** Gives a session that is there another token. */
  Future<Void> setToken(AccountName account, int number, ResumeToken token);

  /**
   * Uses up a session's token: of several that try at once, one gets true.
   *
   * @param tokenId the token that was proved; another one is left as it is
   */
  Future<Boolean> useToken(AccountName account, int number, long tokenId);

  /** Forgets these sessions of an account. */
  Future<Void> end(AccountName account, Set<Integer> numbers);

  /** Forgets what expires at or before then. */
  Future<Void> expire(long now);
}
