package conclave.auth;

import conclave.account.Account;
import conclave.account.AccountStatus;
import conclave.account.LogInName;
import conclave.account.ResumeToken;
import conclave.account.Session;
import conclave.account.Verifier;
import conclave.config.Config;
import conclave.name.AccountName;
import conclave.name.CaseFold;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Finds what a log-in is held against; for names that nobody has, something that looks the same.
 */
final class Candidates {
  private final AccountStore accounts;
  private final SessionStore sessions;
  private final byte[] secret;
  private final Config config;

  /**
   * Looks into these stores.
   *
   * @param secret the same over restarts, so that what stands in is the same too
   */
  Candidates(AccountStore accounts, SessionStore sessions, byte[] secret, Config config) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.secret = secret;
    this.config = config;
  }

  Future<Candidate> find(LogInName name) {
    return account(name.account())
        .compose(
            account ->
                account.isPresent() && name.session().isPresent()
                    ? sessions.of(account.get().name()).map(all -> ofSession(name, account, all))
                    : Future.succeededFuture(ofAccount(name, account)));
  }

  /** The account of that name, unless it was deleted. */
  Future<Optional<Account>> account(String text) {
    return AccountName.parse(text)
        .map(accounts::find)
        .orElse(Future.succeededFuture(Optional.empty()))
        .map(found -> found.filter(account -> account.status() != AccountStatus.DELETED));
  }

  private Candidate ofAccount(LogInName name, Optional<Account> account) {
    Optional<Account> known = name.session().isPresent() ? Optional.empty() : account;
    Verifier verifier = known.map(Account::verifier).orElseGet(() -> standIn(name));
    return new Candidate(name, known, Optional.empty(), verifier);
  }

  private Candidate ofSession(
      LogInName name, Optional<Account> account, Iterable<Session> sessionsOfAccount) {
    long now = System.currentTimeMillis();
    for (Session session : sessionsOfAccount) {
      Optional<ResumeToken> token = session.token().filter(t -> t.expires() > now);
      if (session.number() == name.session().orElse(0) && token.isPresent()) {
        return new Candidate(name, account, Optional.of(session), token.get().verifier());
      }
    }
    return new Candidate(name, account, Optional.empty(), standIn(name));
  }

  private Verifier standIn(LogInName name) {
    String folded = CaseFold.fold(name.account());
    return name.session()
        .map(n -> LogInName.ofSession(folded, n))
        .map(text -> Verifier.standIn(secret, text, ResumeToken.ITERATIONS))
        .orElseGet(() -> Verifier.standIn(secret, folded, config.accounts().pbkdf2Iterations()));
  }
}
