package conclave.auth;

import conclave.account.Verifier;
import conclave.bus.Addresses;
import conclave.bus.AuthAnswer;
import conclave.bus.AuthRequest;
import conclave.handler.Accounts;
import conclave.name.AccountName;
import conclave.name.Nick;
import io.vertx.core.Future;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import java.util.Optional;

/** Asks the auth verticle on the event bus. */
public final class AccountsClient implements Accounts {
  private static final DeliveryOptions DEADLINE = new DeliveryOptions().setSendTimeout(60_000);

  private final EventBus bus;

  public AccountsClient(EventBus bus) {
    this.bus = bus;
  }

  @Override
  public Future<Identity> logIn(String account, String password) {
    return ask(new AuthRequest.LogIn(account, password)).map(AccountsClient::identity);
  }

  @Override
  public Future<Verifier> scramSecret(String account) {
    return ask(new AuthRequest.ScramSecret(account)).map(answer -> answer.verifier().orElseThrow());
  }

  @Override
  public Future<Identity> answered(String account, boolean isRight) {
    return ask(new AuthRequest.Proved(account, isRight)).map(AccountsClient::identity);
  }

  @Override
  public Future<Identity> register(String account, Optional<String> invitation, String password) {
    return ask(new AuthRequest.Register(account, invitation, password))
        .map(AccountsClient::identity);
  }

  @Override
  public Future<Prepared> prepare(String account, String password) {
    return ask(new AuthRequest.Prepare(account, password))
        .map(answer -> new Prepared(answer.verifier(), answer.refusal()));
  }

  @Override
  public Future<Identity> complete(AccountName account, Verifier verifier, String invitation) {
    return ask(new AuthRequest.Complete(account.text(), verifier, invitation))
        .map(AccountsClient::identity);
  }

  @Override
  public Future<Boolean> owns(Nick nick) {
    return ask(new AuthRequest.Exists(nick.text())).map(answer -> answer.account().isPresent());
  }

  @Override
  public Future<Code> invite() {
    return ask(new AuthRequest.Invite())
        .map(answer -> new Code(answer.code().orElseThrow(), answer.expires()));
  }

  private static Identity identity(AuthAnswer answer) {
    return new Identity(answer.account(), answer.isAdmin(), answer.refusal());
  }

  private Future<AuthAnswer> ask(AuthRequest request) {
    return bus.<AuthAnswer>request(Addresses.AUTH, request, DEADLINE).map(Message::body);
  }
}
