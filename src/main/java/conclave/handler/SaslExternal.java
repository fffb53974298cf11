package conclave.handler;

import conclave.account.Fingerprint;
import conclave.account.Peer;
import io.vertx.core.Future;
import java.util.Optional;

/** EXTERNAL: the certificate that the client has shown in the TLS handshake (RFC 4422 App. A). */
final class SaslExternal implements Mechanism {
  private final Accounts accounts;
  private final Fingerprint certificate;
  private final Peer peer;

  SaslExternal(Accounts accounts, Fingerprint certificate, Peer peer) {
    this.accounts = accounts;
    this.certificate = certificate;
    this.peer = peer;
  }

  /** The message is the account that the client wants to be; empty for the certificate's. */
  @Override
  public Future<Step> next(String message) {
    return accounts
        .certified(Optional.of(message).filter(name -> !name.isEmpty()), certificate, peer)
        .map(Step::over);
  }
}
