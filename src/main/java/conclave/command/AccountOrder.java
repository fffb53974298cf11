package conclave.command;

import conclave.account.AccountRole;
import conclave.account.AccountStatus;
import conclave.account.Fingerprint;
import java.util.Optional;

/**
 * What is asked about one account or all, by its owner or by who administers accounts. None of
 * these shows its secrets when it is printed.
 */
public sealed interface AccountOrder {
  <R> R accept(Visitor<R> visitor);

  /** Which accounts are there? */
  record ListAccounts() implements AccountOrder {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.listAccounts(this);
    }
  }

  /** What is that account? */
  record ShowAccount() implements AccountOrder {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.showAccount(this);
    }
  }

  /** Make that account. */
  record AddAccount(AccountRole role, String password) implements AccountOrder {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.addAccount(this);
    }

    @Override
    public String toString() {
      return "AddAccount";
    }
  }

  /** Whoever has lost the password has this one now. */
  record SetPassword(String password) implements AccountOrder {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.setPassword(this);
    }

    @Override
    public String toString() {
      return "SetPassword";
    }
  }

  /** I want another password. */
  record ChangePassword(String current, String next) implements AccountOrder {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.changePassword(this);
    }

    @Override
    public String toString() {
      return "ChangePassword";
    }
  }

  /** Let that account in, or not, or never again. */
  record SetStatus(AccountStatus status) implements AccountOrder {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.setStatus(this);
    }
  }

  /** Make that account one with this role. */
  record SetRole(AccountRole role) implements AccountOrder {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.setRole(this);
    }
  }

  /** A code that logs in once. */
  record MakeCode() implements AccountOrder {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.makeCode(this);
    }
  }

  /** A code with which somebody can register, for so many hours; nothing for the usual time. */
  record Invite(Optional<Integer> hours) implements AccountOrder {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.invite(this);
    }
  }

  /** Where is that account logged in? */
  record ListSessions() implements AccountOrder {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.listSessions(this);
    }
  }

  /** End that session; nothing for all but the one that asks. */
  record EndSessions(Optional<Integer> number) implements AccountOrder {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.endSessions(this);
    }
  }

  /** Keep my session under this name of my device. */
  record NameSession(String device) implements AccountOrder {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.nameSession(this);
    }
  }

  /** A token with which my device comes back without the password. */
  record MakeToken() implements AccountOrder {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.makeToken(this);
    }
  }

  /** Let that certificate log in; nothing for the one of my connection. */
  record AddCertificate(Optional<Fingerprint> certificate) implements AccountOrder {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.addCertificate(this);
    }
  }

  /** That certificate no longer logs in. */
  record RemoveCertificate(Fingerprint certificate) implements AccountOrder {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.removeCertificate(this);
    }
  }

  /** Which certificates log in? */
  record ListCertificates() implements AccountOrder {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.listCertificates(this);
    }
  }

  /** One case for each kind of order. */
  interface Visitor<R> {
    R listAccounts(ListAccounts order);

    R showAccount(ShowAccount order);

    R addAccount(AddAccount order);

    R setPassword(SetPassword order);

    R changePassword(ChangePassword order);

    R setStatus(SetStatus order);

    R setRole(SetRole order);

    R makeCode(MakeCode order);

    R invite(Invite order);

    R listSessions(ListSessions order);

    R endSessions(EndSessions order);

    R nameSession(NameSession order);

    R makeToken(MakeToken order);

    R addCertificate(AddCertificate order);

    R removeCertificate(RemoveCertificate order);

    R listCertificates(ListCertificates order);
  }
}
