package conclave.handler;

import conclave.account.Verifier;
import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.room.Refusal;
import io.vertx.core.Future;
import java.util.Optional;

/** Asks who somebody is. A failed future means: not now. */
public interface Accounts {
  /**
   * Who a log-in or a registration has proved to be.
   *
   * @param account nothing when refused
   */
  record Identity(Optional<AccountName> account, boolean isAdmin, Optional<Refusal> refusal) {}

  /**
   * A new invitation.
   *
   * @param expires milliseconds since 1970, UTC
   */
  record Code(String text, long expires) {}

  /** Checks a password. Unknown accounts take as long as wrong passwords. */
  Future<Identity> logIn(String account, String password);

  /**
   * What SCRAM needs to know of an account. Of one that there is not, something that looks the
   * same, and that no answer fits.
   */
  Future<Verifier> scramSecret(String account);

  /** Tells how somebody has answered to SCRAM; who that is, where it was right. */
  Future<Identity> answered(String account, boolean isRight);

  /** Makes an account, as far as the configuration lets anybody. */
  Future<Identity> register(String account, Optional<String> invitation, String password);

  /**
   * What an account will be made of.
   *
   * @param verifier nothing when refused; never printed
   */
  record Prepared(Optional<Verifier> verifier, Optional<Refusal> refusal) {}

  /** Derives what {@link #complete} makes an account of, as far as nothing stands against it. */
  Future<Prepared> prepare(String account, String password);

  /** Makes an account that was prepared, and uses up the invitation. */
  Future<Identity> complete(AccountName account, Verifier verifier, String invitation);

  /** Does this nick belong to an account, or look like one that does? */
  Future<Boolean> owns(Nick nick);

  /** A code with which one person can register. */
  Future<Code> invite();
}
