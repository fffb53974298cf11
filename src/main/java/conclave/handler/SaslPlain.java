package conclave.handler;

import conclave.account.Peer;
import conclave.name.CaseFold;
import io.vertx.core.Future;

/** PLAIN: the password itself, inside TLS (RFC 4616). */
final class SaslPlain implements Mechanism {
  private static final int PARTS = 3;

  private final Accounts accounts;
  private final Peer peer;

  SaslPlain(Accounts accounts, Peer peer) {
    this.accounts = accounts;
    this.peer = peer;
  }

  @Override
  public Future<Step> next(String message) {
    // authorization identity, authentication identity, password
    String[] parts = message.split("\0", -1);
    boolean isWellFormed =
        parts.length == PARTS && (parts[0].isEmpty() || isSame(parts[0], parts[1]));
    return isWellFormed
        ? accounts.logIn(parts[1], parts[2], peer, "PLAIN").map(Step::over)
        : Future.succeededFuture(Step.broken());
  }

  private static boolean isSame(String one, String other) {
    return CaseFold.fold(one).equals(CaseFold.fold(other));
  }
}
