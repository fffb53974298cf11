package conclave.handler;

import conclave.command.Command.Authenticate;
import conclave.command.IdentityReply;
import conclave.name.Utf8;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.Base64;
import java.util.Optional;

/** AUTHENTICATE: carries the messages of a SASL mechanism (IRCv3 SASL 3.2; RFC 4422). */
final class AuthenticateHandler implements CommandHandler<Authenticate> {
  private final Admission admission;
  private final Mechanisms mechanisms;

  AuthenticateHandler(Admission admission, Mechanisms mechanisms) {
    this.admission = admission;
    this.mechanisms = mechanisms;
  }

  @Override
  public Future<Void> handle(Authenticate said, Caller caller) {
    SaslExchange sasl = caller.registration().sasl();
    if (said.data().equals("*")) {
      sasl.close();
      return caller.refuse(Reason.SASL_ABORTED);
    }
    return sasl.mechanism()
        .map(mechanism -> proceed(mechanism, said.data(), sasl, caller))
        .orElseGet(() -> begin(said.data(), sasl, caller));
  }

  private Future<Void> begin(String name, SaslExchange sasl, Caller caller) {
    Optional<Mechanism> chosen = mechanisms.begin(name, caller);
    if (chosen.isEmpty()) {
      caller.reply(new IdentityReply.SaslMechanisms(mechanisms.names(caller)));
      return caller.refuse(Reason.SASL_MECHANISM);
    }
    sasl.open(chosen.get());
    return caller.answer(new IdentityReply.SaslChallenge("+"));
  }

  private Future<Void> proceed(
      Mechanism mechanism, String piece, SaslExchange sasl, Caller caller) {
    if (sasl.isTooLong(piece)) {
      sasl.close();
      return caller.refuse(Reason.SASL_TOO_LONG);
    }
    return sasl.add(piece)
        .map(
            message ->
                decoded(message)
                    .map(mechanism::next)
                    .orElseGet(() -> Future.succeededFuture(Mechanism.Step.broken()))
                    .onFailure(away -> sasl.close())
                    .compose(step -> show(step, sasl, caller)))
        .orElseGet(Future::succeededFuture);
  }

  private Future<Void> show(Mechanism.Step step, SaslExchange sasl, Caller caller) {
    step.challenge()
        .map(bytes -> Base64.getEncoder().encodeToString(bytes))
        .ifPresent(text -> caller.reply(new IdentityReply.SaslChallenge(text)));
    if (step.outcome().isEmpty()) {
      return Future.succeededFuture();
    }
    sasl.close();
    return admission.provedBySasl(step.outcome().get(), caller);
  }

  private static Optional<String> decoded(String base64) {
    try {
      return Utf8.decode(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
