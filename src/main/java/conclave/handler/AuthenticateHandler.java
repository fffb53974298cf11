package conclave.handler;

import conclave.command.Command.Authenticate;
import conclave.command.Reply;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** AUTHENTICATE: SASL PLAIN (IRCv3 SASL 3.2; RFC 4616). */
final class AuthenticateHandler implements CommandHandler<Authenticate> {
  private static final List<String> MECHANISMS = List.of("PLAIN");

  private final Admission admission;

  AuthenticateHandler(Admission admission) {
    this.admission = admission;
  }

  @Override
  public Future<Void> handle(Authenticate said, Caller caller) {
    SaslExchange sasl = caller.registration().sasl();
    if (caller.registration().account().isPresent()) {
      return caller.refuse(Reason.SASL_ALREADY);
    }
    if (caller.phase() == Caller.Phase.READY) {
      return caller.refuse(Reason.ALREADY_REGISTERED);
    }
    if (said.data().equals("*")) {
      sasl.close();
      return caller.refuse(Reason.SASL_ABORTED);
    }
    return sasl.isOpen() ? proceed(said.data(), sasl, caller) : begin(said.data(), sasl, caller);
  }

  private static Future<Void> begin(String mechanism, SaslExchange sasl, Caller caller) {
    if (!MECHANISMS.contains(mechanism.toUpperCase(Locale.ROOT))) {
      caller.reply(new Reply.SaslMechanisms(MECHANISMS));
      return caller.refuse(Reason.SASL_MECHANISM);
    }
    sasl.open();
    return caller.answer(new Reply.SaslChallenge("+"));
  }

  private Future<Void> proceed(String piece, SaslExchange sasl, Caller caller) {
    if (sasl.isTooLong(piece)) {
      sasl.close();
      return caller.refuse(Reason.SASL_TOO_LONG);
    }
    return sasl.add(piece)
        .map(message -> finish(message, sasl, caller))
        .orElseGet(Future::succeededFuture);
  }

  private Future<Void> finish(String message, SaslExchange sasl, Caller caller) {
    sasl.close();
    String[] parts;
    try {
      // authorization identity, authentication identity, password
      parts =
          new String(Base64.getDecoder().decode(message), StandardCharsets.UTF_8).split("\0", -1);
    } catch (IllegalArgumentException notBase64) {
      return caller.refuse(Reason.SASL_FAILED);
    }
    boolean isWellFormed = parts.length == 3 && (parts[0].isEmpty() || parts[0].equals(parts[1]));
    return isWellFormed
        ? admission.logInBySasl(parts[1], parts[2], caller)
        : caller.refuse(Reason.SASL_FAILED);
  }
}
