package conclave.handler;

import conclave.account.AccountRole;
import conclave.account.Peer;
import conclave.account.Scram;
import conclave.account.Verifier;
import io.vertx.core.Future;
import java.util.Optional;

/** SCRAM-SHA-256 and SCRAM-SHA-256-PLUS: the password stays with the client (RFC 7677). */
final class SaslScram implements Mechanism {
  private final Accounts accounts;
  private final Scram scram;
  private final Peer peer;
  private final String mechanism;
  private Optional<Verifier> secret = Optional.empty();
  private Turn turn = Turn.NAME;
  private Optional<Accounts.Identity> proved = Optional.empty();

  private enum Turn {
    NAME,
    PROOF,
    CONSENT
  }

  SaslScram(Accounts accounts, Scram scram, Peer peer, String mechanism) {
    this.accounts = accounts;
    this.scram = scram;
    this.peer = peer;
    this.mechanism = mechanism;
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
        .orElseGet(() -> accounts.scramSecret(scram.name(), peer).map(this::challenge));
  }

  private Step challenge(Accounts.Secret asked) {
    secret = asked.verifier();
    return secret
        .map(verifier -> Step.ask(scram.challenge(verifier)))
        .orElseGet(
            () ->
                Step.over(
                    new Accounts.Identity(
                        Optional.empty(), AccountRole.MEMBER, 0, asked.refusal())));
  }

  private Future<Step> finish(String message) {
    turn = Turn.CONSENT;
    String last = scram.finish(message);
    return accounts
        .answered(scram.name(), secret.filter(v -> scram.isProved()), peer, mechanism)
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
