package conclave.handler;

import conclave.account.Scram;
import io.vertx.core.Future;
import java.util.Optional;

/** SCRAM-SHA-256 and SCRAM-SHA-256-PLUS: the password stays with the client (RFC 7677). */
final class SaslScram implements Mechanism {
  private final Accounts accounts;
  private final Scram scram;
  private Turn turn = Turn.NAME;
  private Optional<Accounts.Identity> proved = Optional.empty();

  private enum Turn {
    NAME,
    PROOF,
    CONSENT
  }

  SaslScram(Accounts accounts, Scram scram) {
    this.accounts = accounts;
    this.scram = scram;
  }

  @Override
  public Future<Step> next(String message) {
    return switch (turn) {
      case NAME -> begin(message);
      case PROOF -> finish(message);
      case CONSENT -> Future.succeededFuture(consented(message));
    };
  }

  private Future<Step> begin(String message) {
    turn = Turn.PROOF;
    return scram
        .begin(message)
        .map(fault -> Future.succeededFuture(Step.broken().saying(fault)))
        .orElseGet(
            () ->
                accounts
                    .scramSecret(scram.name())
                    .map(secret -> Step.ask(scram.challenge(secret))));
  }

  private Future<Step> finish(String message) {
    turn = Turn.CONSENT;
    String last = scram.finish(message);
    return accounts
        .answered(scram.name(), scram.isProved())
        .map(
            identity -> {
              proved = Optional.of(identity);
              return identity.account().isPresent()
                  ? Step.ask(last)
                  : Step.over(identity).saying(last);
            });
  }

  /** The client has seen the server's proof, and has nothing to add. */
  private Step consented(String message) {
    return message.isEmpty() ? Step.over(proved.orElseThrow()) : Step.broken();
  }
}
