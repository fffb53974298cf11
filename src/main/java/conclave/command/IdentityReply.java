package conclave.command;

import conclave.name.Nick;
import conclave.name.Source;
import conclave.room.Refusal;
import java.util.List;
import java.util.Optional;

/** What a caller is answered about who it is: log-in, registration, accounts and sessions. */
public interface IdentityReply extends Reply {
  /** The server's turn in SASL: {@code +}, or base64. */
  record SaslChallenge(String data) implements IdentityReply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.saslChallenge(this);
    }
  }

  /** The mechanisms that there are (908). */
  record SaslMechanisms(List<String> names) implements IdentityReply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.saslMechanisms(this);
    }
  }

  /** The caller is logged in as that account. */
  record LoggedIn(Source source, String account, boolean bySasl) implements IdentityReply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.loggedIn(this);
    }
  }

  /** The account exists now. */
  record Registered(String account, boolean isAdmin) implements IdentityReply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.registered(this);
    }
  }

  /** What became of a REGISTER or VERIFY. */
  record Enrolled(String verb, String account, boolean needsCode, Optional<Refusal> refusal)
      implements IdentityReply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.enrolled(this);
    }
  }

  /** A service says something, or no. */
  record ServiceSays(String service, String text, Optional<Refusal> refusal)
      implements IdentityReply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.serviceSays(this);
    }
  }

  /** Type the password now. */
  record PasswordPrompt(PasswordFor purpose, String account) implements IdentityReply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.passwordPrompt(this);
    }
  }

  /**
   * What became of an order about an account.
   *
   * @param verb the command that gave it
   */
  record AccountTold(String verb, AccountNews news) implements IdentityReply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.accountTold(this);
    }
  }

  /** The caller has an operator's rights from now on (381). */
  record OperatorNow(Nick nick) implements IdentityReply {
    @Override
    public <R> R accept(ReplyVisitor<R> visitor) {
      return visitor.operatorNow(this);
    }
  }
}
