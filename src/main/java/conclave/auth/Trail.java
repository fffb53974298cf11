package conclave.auth;

import conclave.account.Account;
import conclave.account.AccountRole;
import conclave.account.AccountStatus;
import conclave.account.Peer;
import conclave.auth.Audit.Detail;
import conclave.auth.Audit.Entry;
import conclave.auth.Audit.Kind;
import conclave.auth.Audit.Mechanism;
import conclave.name.AccountName;
import java.util.Optional;

/** Counts what happens, and writes it down for auditors. */
final class Trail {
  private final Audit audit;
  private final LoginFigures figures;

  Trail(Audit audit, LoginFigures figures) {
    this.audit = audit;
    this.figures = figures;
  }

  void loggedIn(AccountName account, Peer peer, String mechanism) {
    figures.succeeded();
    audit.record(Entry.of(Kind.LOGGED_IN).about(account).from(peer).with(mechanism(mechanism)));
  }

  /**
   * Somebody was not let in.
   *
   * @param account nothing where there is none of that name: what was typed may be a password
   */
  void refused(Optional<Account> account, Peer peer, String mechanism, Detail why) {
    figures.failed();
    record(Kind.LOG_IN_FAILED, account, peer, mechanism, Optional.of(why));
  }

  /** The same, because what was to prove it was wrong. */
  void refused(Optional<Account> account, Peer peer, String mechanism) {
    refused(account, peer, mechanism, wrong(mechanism));
  }

  private static Detail wrong(String mechanism) {
    return switch (mechanism) {
      case "SCRAM-SHA-256", "SCRAM-SHA-256-PLUS" -> Detail.WRONG_PROOF;
      case "EXTERNAL" -> Detail.WRONG_CERTIFICATE;
      case "TOKEN" -> Detail.WRONG_TOKEN;
      case "CODE" -> Detail.WRONG_CODE;
      default -> Detail.WRONG_PASSWORD;
    };
  }

  /** Somebody has to wait. */
  void lockedOut(Optional<Account> account, Peer peer, String mechanism) {
    figures.failed();
    record(Kind.LOCKED_OUT, account, peer, mechanism, Optional.empty());
  }

  private void record(
      Kind kind, Optional<Account> account, Peer peer, String mechanism, Optional<Detail> why) {
    audit.record(
        new Entry(
            kind,
            account.map(Account::name),
            Optional.empty(),
            Optional.of(peer),
            Optional.of(mechanism(mechanism)),
            why));
  }

  /** All ways in which the password itself comes are one. */
  private static Mechanism mechanism(String name) {
    return switch (name) {
      case "SCRAM-SHA-256" -> Mechanism.SCRAM_SHA_256;
      case "SCRAM-SHA-256-PLUS" -> Mechanism.SCRAM_SHA_256_PLUS;
      case "EXTERNAL" -> Mechanism.EXTERNAL;
      case "CODE" -> Mechanism.CODE;
      case "TOKEN" -> Mechanism.TOKEN;
      default -> Mechanism.PLAIN;
    };
  }

  void registered(AccountName account, Optional<AccountName> by, Peer peer) {
    audit.record(
        new Entry(
            Kind.REGISTERED,
            Optional.of(account),
            by,
            Optional.of(peer),
            Optional.empty(),
            Optional.empty()));
  }

  void operatorUp(AccountName account, AccountRole role, Peer peer) {
    audit.record(Entry.of(Kind.OPERATOR_UP).about(account).from(peer).saying(detail(role)));
  }

  void passwordChanged(Orders.Who who) {
    audit.record(entry(Kind.PASSWORD_CHANGED, who));
  }

  void roleChanged(AccountRole role, Orders.Who who) {
    audit.record(entry(Kind.ROLE_CHANGED, who).saying(detail(role)));
  }

  private static Detail detail(AccountRole role) {
    return switch (role) {
      case ADMIN -> Detail.TO_ADMIN;
      case OPERATOR -> Detail.TO_OPERATOR;
      case MEMBER -> Detail.TO_MEMBER;
    };
  }

  void statusChanged(AccountStatus status, Orders.Who who) {
    Kind kind =
        switch (status) {
          case ENABLED -> Kind.ACCOUNT_ENABLED;
          case DISABLED -> Kind.ACCOUNT_DISABLED;
          case DELETED -> Kind.ACCOUNT_DELETED;
        };
    audit.record(entry(kind, who));
  }

  void sessionsEnded(boolean isAll, Orders.Who who) {
    Detail which = isAll ? Detail.ALL_SESSIONS : Detail.ONE_SESSION;
    audit.record(entry(Kind.SESSION_ENDED, who).saying(which));
  }

  void codeMade(Orders.Who who) {
    audit.record(entry(Kind.CODE_MADE, who));
  }

  void invitationMade(Orders.Who who) {
    audit.record(entry(Kind.INVITATION_MADE, who));
  }

  void certificateAdded(Orders.Who who) {
    audit.record(entry(Kind.CERTIFICATE_ADDED, who));
  }

  void certificateRemoved(Orders.Who who) {
    audit.record(entry(Kind.CERTIFICATE_REMOVED, who));
  }

  private static Entry entry(Kind kind, Orders.Who who) {
    Optional<AccountName> by = who.isOwn() ? Optional.empty() : who.by();
    return new Entry(
        kind, who.account(), by, Optional.of(who.peer()), Optional.empty(), Optional.empty());
  }
}
