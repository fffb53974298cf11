package conclave.auth;

import conclave.account.AccountRole;
import conclave.account.Fingerprint;
import conclave.account.Peer;
import conclave.account.Verifier;
import conclave.bus.Addresses;
import conclave.bus.AuthAnswer;
import conclave.bus.AuthRequest;
import conclave.command.AccountNews;
import conclave.command.AccountOrder;
import conclave.handler.Accounts;
import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.room.Refusal;
import io.vertx.core.Future;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import java.util.Optional;

/** Asks the auth verticle on the event bus. */
public final class AccountsClient implements Accounts {
  private static final DeliveryOptions DEADLINE =
      new DeliveryOptions().setSendTimeout(60_000).setLocalOnly(true);

  private final EventBus bus;

  public AccountsClient(EventBus bus) {
    this.bus = bus;
  }

  @Override
  public Future<Identity> logIn(String name, String password, Peer peer, String mechanism) {
    return identity(new AuthRequest.LogIn(name, password, peer, mechanism));
  }

  @Override
  public Future<Identity> check(String name, String password, Peer peer) {
    return identity(new AuthRequest.Check(name, password, peer));
  }

  @Override
  public Future<Secret> scramSecret(String name, Peer peer) {
    return secret(new AuthRequest.ScramSecret(name, peer));
  }

  @Override
  public Future<Identity> answered(
      String name, Optional<Verifier> proved, Peer peer, String mechanism) {
    return identity(new AuthRequest.Proved(name, proved, peer, mechanism));
  }

  @Override
  public Future<Identity> certified(
      Optional<String> authority, Fingerprint certificate, Peer peer) {
    return identity(new AuthRequest.ByCertificate(authority, certificate, peer));
  }

  @Override
  public Future<Optional<AccountName>> ownerOf(Fingerprint certificate) {
    return owner(new AuthRequest.OwnerOf(certificate));
  }

  @Override
  public Future<Identity> register(
      String account, Optional<String> invitation, String password, Peer peer) {
    return identity(new AuthRequest.Register(account, invitation, password, peer));
  }

  @Override
  public Future<Optional<Refusal>> objection(String account, String password, Peer peer) {
    return ask(new AuthRequest.Prepare(account, password, peer))
        .map(
            answer ->
                answer instanceof AuthAnswer.Refused refused
                    ? Optional.of(refused.refusal())
                    : Optional.empty());
  }

  @Override
  public Future<Boolean> owns(Nick nick) {
    return owner(new AuthRequest.Exists(nick.text())).map(Optional::isPresent);
  }

  @Override
  public Future<AccountNews> order(
      AccountOrder order, Optional<String> account, Optional<AccountName> by, Peer peer) {
    return ask(new AuthRequest.Order(order, account, by.map(AccountName::text), peer))
        .map(
            answer ->
                answer instanceof AuthAnswer.Refused refused
                    ? new AccountNews.Refused(refused.refusal())
                    : ((AuthAnswer.Told) answer).news());
  }

  @Override
  public void left(String connection) {
    bus.send(Addresses.AUTH, new AuthRequest.Left(connection));
  }

  private Future<Identity> identity(AuthRequest request) {
    return ask(request)
        .map(
            answer ->
                answer instanceof AuthAnswer.Refused refused
                    ? new Identity(
                        Optional.empty(), AccountRole.MEMBER, 0, Optional.of(refused.refusal()))
                    : identity((AuthAnswer.Identified) answer));
  }

  private static Identity identity(AuthAnswer.Identified who) {
    return new Identity(Optional.of(who.account()), who.role(), who.session(), Optional.empty());
  }

  private Future<Secret> secret(AuthRequest request) {
    return ask(request)
        .map(
            answer ->
                answer instanceof AuthAnswer.Refused refused
                    ? new Secret(Optional.empty(), Optional.of(refused.refusal()))
                    : new Secret(
                        Optional.of(((AuthAnswer.Secret) answer).verifier()), Optional.empty()));
  }

  private Future<Optional<AccountName>> owner(AuthRequest request) {
    return ask(request).map(answer -> ((AuthAnswer.Owner) answer).account());
  }

  private Future<AuthAnswer> ask(AuthRequest request) {
    return bus.<AuthAnswer>request(Addresses.AUTH, request, DEADLINE).map(Message::body);
  }
}
