package conclave.bus;

import conclave.account.Fingerprint;
import conclave.account.Peer;
import conclave.account.Verifier;
import conclave.command.AccountOrder;
import java.util.Optional;

/** What is asked of the auth verticle. None of these shows its secrets when it is printed. */
public sealed interface AuthRequest {
  /** Who has the answer; nothing where that does not matter. */
  default Optional<Peer> asker() {
    return Optional.empty();
  }

  /** Is this the password, the token or a code of that account? Then its user is logged in. */
  record LogIn(String name, String password, Peer peer, String mechanism) implements AuthRequest {
    @Override
    public Optional<Peer> asker() {
      return Optional.of(peer);
    }

    @Override
    public String toString() {
      return "LogIn";
    }
  }

  /** Is this the password of that account? Nobody is logged in by that. */
  record Check(String name, String password, Peer peer) implements AuthRequest {
    @Override
    public Optional<Peer> asker() {
      return Optional.of(peer);
    }

    @Override
    public String toString() {
      return "Check";
    }
  }

  /** Make that account, and log its user in. */
  record Register(String account, Optional<String> invitation, String password, Peer peer)
      implements AuthRequest {
    @Override
    public Optional<Peer> asker() {
      return Optional.of(peer);
    }

    @Override
    public String toString() {
      return "Register";
    }
  }

  /** Could an invitation make that account? The answer is nobody's name, or a refusal. */
  record Prepare(String account, String password, Peer peer) implements AuthRequest {
    @Override
    public Optional<Peer> asker() {
      return Optional.of(peer);
    }

    @Override
    public String toString() {
      return "Prepare";
    }
  }

  /** What that account's password or token is proved against, or what stands in for it. */
  record ScramSecret(String name, Peer peer) implements AuthRequest {
    @Override
    public Optional<Peer> asker() {
      return Optional.of(peer);
    }
  }

  /**
   * Somebody has answered as that account's owner without the password.
   *
   * @param proved against which verifier; nothing where the answer was wrong
   */
  record Proved(String name, Optional<Verifier> proved, Peer peer, String mechanism)
      implements AuthRequest {
    @Override
    public Optional<Peer> asker() {
      return Optional.of(peer);
    }
  }

  /**
   * Whoever shows that certificate is logged in.
   *
   * @param authority the account that it wants to be; nothing for the certificate's
   */
  record ByCertificate(Optional<String> authority, Fingerprint certificate, Peer peer)
      implements AuthRequest {
    @Override
    public Optional<Peer> asker() {
      return Optional.of(peer);
    }
  }

  /** Whose is that certificate? */
  record OwnerOf(Fingerprint certificate) implements AuthRequest {}

  /** Is there an account with this name, or one that looks like it? */
  record Exists(String name) implements AuthRequest {}

  /**
   * Do this with that account. The rights of who asks were checked.
   *
   * @param account whose; nothing where the order concerns none
   * @param by who asks; nothing for the operator of the machine
   */
  record Order(AccountOrder order, Optional<String> account, Optional<String> by, Peer peer)
      implements AuthRequest {
    @Override
    public Optional<Peer> asker() {
      return Optional.of(peer);
    }
  }

  /** The connection is over, and with it a log-in that is not kept. */
  record Left(String connection) implements AuthRequest {}
}
