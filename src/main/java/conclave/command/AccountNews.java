package conclave.command;

import conclave.account.AccountRole;
import conclave.account.AccountStatus;
import conclave.account.Fingerprint;
import conclave.name.AccountName;
import conclave.room.Reason;
import conclave.room.Refusal;
import java.util.List;
import java.util.Optional;

/** What became of an {@link AccountOrder}. */
public sealed interface AccountNews {
  <R> R accept(Visitor<R> visitor);

  /** No, and why. */
  record Refused(Refusal refusal) implements AccountNews {
    public static Refused of(Reason reason, String... about) {
      return new Refused(Refusal.of(reason, about));
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.refused(this);
    }
  }

  /**
   * One account as administrators see it.
   *
   * @param created milliseconds since 1970, UTC
   * @param live how many of its sessions are connected
   */
  record AccountView(
      AccountName name, AccountRole role, AccountStatus status, long created, int live) {}

  /** Accounts, by name. */
  record Accounts(List<AccountView> accounts) implements AccountNews {
    public Accounts {
      accounts = List.copyOf(accounts);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.accounts(this);
    }
  }

  /** Whether a session is connected. */
  enum Presence {
    /** It is the one that asks. */
    SELF,
    LIVE,
    /** Its device can come back to it. */
    AWAY
  }

  /**
   * One session as its owner and administrators see it.
   *
   * @param created milliseconds since 1970, UTC, as {@code seen}
   */
  record SessionView(
      int number,
      Presence presence,
      Optional<String> device,
      String address,
      String client,
      long created,
      long seen) {}

  /** Sessions of one account, by number. */
  record Sessions(List<SessionView> sessions) implements AccountNews {
    public Sessions {
      sessions = List.copyOf(sessions);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.sessions(this);
    }
  }

  /** So many sessions were ended. */
  record Ended(int count) implements AccountNews {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.ended(this);
    }
  }

  /**
   * A token that logs in once under that name.
   *
   * @param expires milliseconds since 1970, UTC
   */
  record Token(String name, String text, long expires) implements AccountNews {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.token(this);
    }

    @Override
    public String toString() {
      return "Token";
    }
  }

  /**
   * A code that logs in once, in place of the password.
   *
   * @param expires milliseconds since 1970, UTC
   */
  record LogInCode(AccountName account, String code, long expires) implements AccountNews {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.logInCode(this);
    }

    @Override
    public String toString() {
      return "LogInCode";
    }
  }

  /**
   * A code with which one person can register.
   *
   * @param expires milliseconds since 1970, UTC
   */
  record Invitation(String code, long expires) implements AccountNews {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.invitation(this);
    }

    @Override
    public String toString() {
      return "Invitation";
    }
  }

  /** The certificates that log in. */
  record Certificates(List<Fingerprint> fingerprints) implements AccountNews {
    public Certificates {
      fingerprints = List.copyOf(fingerprints);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.certificates(this);
    }
  }

  /** What was done. */
  enum What {
    ADDED,
    PASSWORD_CHANGED,
    ENABLED,
    DISABLED,
    DELETED,
    ROLE_CHANGED,
    SESSION_NAMED,
    CERTIFICATE_ADDED,
    CERTIFICATE_REMOVED
  }

  /** It was done. */
  record Done(What what, AccountName account, String subject) implements AccountNews {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.done(this);
    }
  }

  /** One case for each kind of news. */
  interface Visitor<R> {
    R refused(Refused news);

    R accounts(Accounts news);

    R sessions(Sessions news);

    R ended(Ended news);

    R token(Token news);

    R logInCode(LogInCode news);

    R invitation(Invitation news);

    R certificates(Certificates news);

    R done(Done news);
  }
}
