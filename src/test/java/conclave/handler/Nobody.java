package conclave.handler;

import conclave.account.Verifier;
import conclave.name.AccountName;
import conclave.name.Nick;
import io.vertx.core.Future;
import java.util.Optional;

/** There are no accounts, and none can be made. */
public final class Nobody implements Accounts {
  @Override
  public Future<Identity> logIn(String account, String password) {
    return notNow();
  }

  @Override
  public Future<Verifier> scramSecret(String account) {
    return notNow();
  }

  @Override
  public Future<Identity> answered(String account, boolean isRight) {
    return notNow();
  }

  @Override
  public Future<Identity> register(String account, Optional<String> invitation, String password) {
    return notNow();
  }

  @Override
  public Future<Prepared> prepare(String account, String password) {
    return notNow();
  }

  @Override
  public Future<Identity> complete(AccountName account, Verifier verifier, String invitation) {
    return notNow();
  }

  @Override
  public Future<Boolean> owns(Nick nick) {
    return Future.succeededFuture(false);
  }

  @Override
  public Future<Code> invite() {
    return notNow();
  }

  private static <T> Future<T> notNow() {
    return Future.failedFuture("not now");
  }
}
