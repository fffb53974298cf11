package conclave.auth;

import conclave.account.Peer;
import conclave.name.AccountName;
import java.util.Optional;

/**
 * Writes down what an auditor asks for afterwards: who came in or did not, and who changed what may
 * be done. Any thread; never blocks and never fails.
 */
public interface Audit {
  /** Adds an entry, with the time that it is. */
  void record(Entry entry);

  /** Where nothing is written down. */
  static Audit none() {
    return entry -> {};
  }

  /** What happened. */
  enum Kind {
    LOGGED_IN,
    LOG_IN_FAILED,
    /** It had to wait because of the failures before, and was not tried. */
    LOCKED_OUT,
    REGISTERED,
    PASSWORD_CHANGED,
    ROLE_CHANGED,
    ACCOUNT_DISABLED,
    ACCOUNT_ENABLED,
    ACCOUNT_DELETED,
    SESSION_ENDED,
    INVITATION_MADE,
    CODE_MADE,
    CERTIFICATE_ADDED,
    CERTIFICATE_REMOVED,
    OPERATOR_UP,
    /** An operator has put a user out, at the status page. */
    DISCONNECTED,
    /** An operator has said something to everybody, at the status page. */
    ANNOUNCED,
    /** An operator has had this node end, at the status page. */
    DRAINED
  }

  /** How somebody proved who he is. */
  enum Mechanism {
    PLAIN,
    SCRAM_SHA_256,
    SCRAM_SHA_256_PLUS,
    EXTERNAL,
    CODE,
    TOKEN
  }

  /** What else there is to say. */
  enum Detail {
    WRONG_PASSWORD,
    WRONG_PROOF,
    WRONG_CODE,
    WRONG_TOKEN,
    WRONG_CERTIFICATE,
    WRONG_INVITATION,
    ACCOUNT_IS_DISABLED,
    TO_ADMIN,
    TO_OPERATOR,
    TO_MEMBER,
    ONE_SESSION,
    ALL_SESSIONS
  }

  /**
   * One line. Its parts have types that hold no secret: a name is a name of IRC, all else comes
   * from the lists above.
   *
   * @param account whose; empty where there is none of that name, since what was typed for a name
   *     may be a password
   * @param by who did it, if it was not the account's owner
   * @param peer where from; empty for what the server did of itself
   */
  record Entry(
      Kind kind,
      Optional<AccountName> account,
      Optional<AccountName> by,
      Optional<Peer> peer,
      Optional<Mechanism> mechanism,
      Optional<Detail> detail) {
    /** An entry that says nothing more yet. */
    public static Entry of(Kind kind) {
      return new Entry(
          kind,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    /** The same about an account. */
    public Entry about(AccountName name) {
      return new Entry(kind, Optional.of(name), by, peer, mechanism, detail);
    }

    /** The same, done by somebody else. */
    public Entry by(AccountName name) {
      return new Entry(kind, account, Optional.of(name), peer, mechanism, detail);
    }

    /** The same, from there. */
    public Entry from(Peer place) {
      return new Entry(kind, account, by, Optional.of(place), mechanism, detail);
    }

    /** The same, proved in that way. */
    public Entry with(Mechanism way) {
      return new Entry(kind, account, by, peer, Optional.of(way), detail);
    }

    /** The same, with what else there is to say. */
    public Entry saying(Detail word) {
      return new Entry(kind, account, by, peer, mechanism, Optional.of(word));
    }
  }
}
