package conclave.handler;

import conclave.account.AccountRole;
import conclave.account.Fingerprint;
import conclave.account.Peer;
import conclave.account.Verifier;
import conclave.command.AccountNews;
import conclave.command.AccountOrder;
import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.room.Reason;
import conclave.room.Refusal;
import io.vertx.core.Future;
import java.util.Optional;

/** Asks who somebody is. A failed future means: not now. */
public interface Accounts {
  /**
   * Who a log-in or a registration has proved to be.
   *
   * @param account nothing when refused
   * @param session the number of the session that this began; 0 for none
   */
  record Identity(
      Optional<AccountName> account, AccountRole role, int session, Optional<Refusal> refusal) {
    static Identity refused(Reason reason) {
      return new Identity(Optional.empty(), AccountRole.MEMBER, 0, Optional.of(Refusal.of(reason)));
    }
  }

  /**
   * A verifier that was asked for.
   *
   * @param verifier nothing when refused; never printed
   */
  record Secret(Optional<Verifier> verifier, Optional<Refusal> refusal) {}

  /**
   * Checks a password, or what stands in its place: the token of a session, a one-time code.
   * Unknown accounts take as long as wrong passwords.
   *
   * @param name as {@link conclave.account.LogInName} reads it
   */
  Future<Identity> logIn(String name, String password, Peer peer, String mechanism);

  /** Checks a password, and logs nobody in. */
  Future<Identity> check(String name, String password, Peer peer);

  /**
   * What SCRAM needs to know of an account. Of one that there is not, something that looks the
   * same, and that no answer fits.
   */
  Future<Secret> scramSecret(String name, Peer peer);

  /**
   * Tells how somebody has answered to SCRAM; who that is, where it was right.
   *
   * @param proved the verifier that the answer fits; nothing where it was wrong
   */
  Future<Identity> answered(String name, Optional<Verifier> proved, Peer peer, String mechanism);

  /** Logs in whoever shows this certificate, as the account that it belongs to. */
  Future<Identity> certified(Optional<String> authority, Fingerprint certificate, Peer peer);

  /** The account that this certificate logs in. */
  Future<Optional<AccountName>> ownerOf(Fingerprint certificate);

  /** Makes an account, as far as the configuration lets anybody. */
  Future<Identity> register(
      String account, Optional<String> invitation, String password, Peer peer);

  /** What stands against an account of that name and password, but for the invitation. */
  Future<Optional<Refusal>> objection(String account, String password, Peer peer);

  /** Does this nick belong to an account, or look like one that does? */
  Future<Boolean> owns(Nick nick);

  /**
   * Does something with an account. The caller has checked that whoever asks may.
   *
   * @param account whose; nothing where the order concerns none
   * @param by by whose right; nothing for the operator of the machine
   */
  Future<AccountNews> order(
      AccountOrder order, Optional<String> account, Optional<AccountName> by, Peer peer);

  /** The connection, which was logged in, is over. */
  void left(String connection);
}
