package conclave.auth;

import conclave.account.Account;
import conclave.account.LogInName;
import conclave.account.Session;
import conclave.account.Verifier;
import java.util.Optional;

/**
 * What a password or a proof is held against.
 *
 * @param account nothing where nobody can log in under that name
 * @param session whose token it is that is proved, in place of a password
 * @param verifier what stands in for one where there is none: nothing fits it
 */
record Candidate(
    LogInName name, Optional<Account> account, Optional<Session> session, Verifier verifier) {
  /** Is there something that could be proved? */
  boolean isReal() {
    return account.isPresent() && name.session().isPresent() == session.isPresent();
  }
}
