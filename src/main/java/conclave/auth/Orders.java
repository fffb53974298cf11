package conclave.auth;

import conclave.account.Peer;
import conclave.command.AccountNews;
import conclave.command.AccountOrder;
import conclave.command.AccountOrder.AddAccount;
import conclave.command.AccountOrder.AddCertificate;
import conclave.command.AccountOrder.ChangePassword;
import conclave.command.AccountOrder.EndSessions;
import conclave.command.AccountOrder.Invite;
import conclave.command.AccountOrder.ListAccounts;
import conclave.command.AccountOrder.ListCertificates;
import conclave.command.AccountOrder.ListSessions;
import conclave.command.AccountOrder.MakeCode;
import conclave.command.AccountOrder.MakeToken;
import conclave.command.AccountOrder.NameSession;
import conclave.command.AccountOrder.RemoveCertificate;
import conclave.command.AccountOrder.SetPassword;
import conclave.command.AccountOrder.SetRole;
import conclave.command.AccountOrder.SetStatus;
import conclave.command.AccountOrder.ShowAccount;
import conclave.name.AccountName;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.Optional;

/** One order: who does what it asks. */
final class Orders implements AccountOrder.Visitor<Future<AccountNews>> {
  /**
   * Who gives an order, and whom it concerns.
   *
   * @param account whose; nothing where it concerns none, or that is no name
   * @param by nothing for the operator of the machine
   */
  record Who(Optional<AccountName> account, Optional<AccountName> by, Peer peer) {
    AccountName name() {
      return account.orElseThrow();
    }

    /** Does the account's owner ask? */
    boolean isOwn() {
      return account.isPresent() && by.isPresent() && account.get().key().equals(by.get().key());
    }
  }

  /** Those who do it. */
  record Hands(AccountKeeping accounts, SessionKeeping sessions, CertificateKeeping certificates) {}

  private final Hands hands;
  private final Who who;

  private Orders(Hands hands, Who who) {
    this.hands = hands;
    this.who = who;
  }

  /** Does what is asked; the caller has checked that whoever asks may ask it. */
  static Future<AccountNews> obey(AccountOrder order, Who who, Hands hands) {
    boolean needsNobody = order instanceof ListAccounts || order instanceof Invite;
    return needsNobody || who.account().isPresent()
        ? order.accept(new Orders(hands, who))
        : Future.succeededFuture(AccountNews.Refused.of(Reason.NO_SUCH_ACCOUNT));
  }

  @Override
  public Future<AccountNews> listAccounts(ListAccounts order) {
    return hands.accounts.list();
  }

  @Override
  public Future<AccountNews> showAccount(ShowAccount order) {
    return hands.accounts.show(who);
  }

  @Override
  public Future<AccountNews> addAccount(AddAccount order) {
    return hands.accounts.add(order, who);
  }

  @Override
  public Future<AccountNews> setPassword(SetPassword order) {
    return hands.accounts.setPassword(order, who);
  }

  @Override
  public Future<AccountNews> changePassword(ChangePassword order) {
    return hands.accounts.changePassword(order, who);
  }

  @Override
  public Future<AccountNews> setStatus(SetStatus order) {
    return hands.accounts.setStatus(order, who);
  }

  @Override
  public Future<AccountNews> setRole(SetRole order) {
    return hands.accounts.setRole(order, who);
  }

  @Override
  public Future<AccountNews> makeCode(MakeCode order) {
    return hands.accounts.makeCode(who);
  }

  @Override
  public Future<AccountNews> invite(Invite order) {
    return hands.accounts.invite(order, who);
  }

  @Override
  public Future<AccountNews> listSessions(ListSessions order) {
    return hands.sessions.list(who);
  }

  @Override
  public Future<AccountNews> endSessions(EndSessions order) {
    return hands.sessions.end(order, who);
  }

  @Override
  public Future<AccountNews> nameSession(NameSession order) {
    return hands.sessions.name(order, who);
  }

  @Override
  public Future<AccountNews> makeToken(MakeToken order) {
    return hands.sessions.makeToken(who);
  }

  @Override
  public Future<AccountNews> addCertificate(AddCertificate order) {
    return hands.certificates.add(order, who);
  }

  @Override
  public Future<AccountNews> removeCertificate(RemoveCertificate order) {
    return hands.certificates.remove(order, who);
  }

  @Override
  public Future<AccountNews> listCertificates(ListCertificates order) {
    return hands.certificates.list(who);
  }
}
