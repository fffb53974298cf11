package conclave.handler;

import conclave.account.Fingerprint;
import conclave.account.Peer;
import conclave.account.Verifier;
import conclave.command.AccountNews;
import conclave.command.AccountOrder;
import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.room.Refusal;
import io.vertx.core.Future;
import java.util.Optional;

/** There are no accounts, and none can be made. */
public final class Nobody implements Accounts {
  @Override
  public Future<Identity> logIn(String name, String password, Peer peer, String mechanism) {
    return notNow();
  }

  @Override
  public Future<Identity> check(String name, String password, Peer peer) {
    return notNow();
  }

  @Override
  public Future<Secret> scramSecret(String name, Peer peer) {
    return notNow();
  }

  @Override
  public Future<Identity> answered(
      String name, Optional<Verifier> proved, Peer peer, String mechanism) {
    return notNow();
  }

  @Override
  public Future<Identity> certified(
      Optional<String> authority, Fingerprint certificate, Peer peer) {
    return notNow();
  }

  @Override
  public Future<Optional<AccountName>> ownerOf(Fingerprint certificate) {
    return notNow();
  }

  @Override
  public Future<Identity> register(
      String account, Optional<String> invitation, String password, Peer peer) {
    return notNow();
  }

  @Override
  public Future<Optional<Refusal>> objection(String account, String password, Peer peer) {
    return notNow();
  }

  @Override
  public Future<Boolean> owns(Nick nick) {
    return Future.succeededFuture(false);
  }

  @Override
  public Future<AccountNews> order(
      AccountOrder order, Optional<String> account, Optional<AccountName> by, Peer peer) {
    return notNow();
  }

  @Override
  public void left(String connection) {}

  private static <T> Future<T> notNow() {
    return Future.failedFuture("not now");
  }
}
