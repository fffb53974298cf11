package conclave.auth;

import conclave.account.Account;
import conclave.account.Verifier;
import conclave.name.AccountName;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authentication.AuthenticationProvider;
import io.vertx.ext.auth.authentication.CredentialValidationException;
import io.vertx.ext.auth.authentication.Credentials;
import io.vertx.ext.auth.authentication.UsernamePasswordCredentials;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks a name and a password against the accounts: the seam that every kind of log-in shares. */
final class AccountAuthentication implements AuthenticationProvider {
  private static final Logger LOG = LoggerFactory.getLogger(AccountAuthentication.class);

  private final AccountStore store;
  private final HashPool hashes;
  private final int iterations;

  /**
   * Costs an unknown account what a wrong password costs, so that time tells nobody which names
   * exist.
   */
  private final Verifier nobody;

  AccountAuthentication(AccountStore store, HashPool hashes, int iterations) {
    this.store = store;
    this.hashes = hashes;
    this.iterations = iterations;
    this.nobody = new Verifier(new byte[16], iterations, new byte[32], new byte[32]);
  }

  /**
   * The user, with the attributes {@code name} and {@code admin}; fails with
   * CredentialValidationException.
   */
  @Override
  public Future<User> authenticate(Credentials credentials) {
    if (!(credentials instanceof UsernamePasswordCredentials given)) {
      return Future.failedFuture(
          new CredentialValidationException("a name and a password are needed"));
    }
    Optional<String> password = Passwords.normalised(given.getPassword());
    return AccountName.parse(given.getUsername())
        .map(store::find)
        .orElse(Future.succeededFuture(Optional.empty()))
        .compose(account -> check(account, password.orElse("")));
  }

  private Future<User> check(Optional<Account> account, String password) {
    Verifier verifier = account.map(Account::verifier).orElse(nobody);
    return hashes
        .run(() -> verifier.matches(password))
        .compose(
            isRight ->
                isRight && account.isPresent()
                    ? Future.succeededFuture(welcomed(account.get(), password))
                    : Future.failedFuture(
                        new CredentialValidationException("wrong name or password")));
  }

  private User welcomed(Account account, String password) {
    if (account.verifier().iterations() < iterations) {
      raise(account.name(), password);
    }
    return user(account);
  }

  /** The configuration asks for more than was usual once. The log-in does not wait for it. */
  private void raise(AccountName name, String password) {
    hashes
        .run(() -> Verifier.of(password, iterations))
        .compose(verifier -> store.changeVerifier(name, verifier))
        .onFailure(failure -> LOG.debug("the verifier of {} stays as it is", name, failure));
  }

  private static User user(Account account) {
    User user = User.fromName(account.name().text());
    user.attributes()
        .mergeIn(
            new JsonObject().put("name", account.name().text()).put("admin", account.isAdmin()));
    return user;
  }
}
