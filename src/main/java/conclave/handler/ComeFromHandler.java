package conclave.handler;

import conclave.command.Command.ComeFrom;
import conclave.config.Config;
import conclave.config.GatewayConfig;
import conclave.name.AddressRange;
import conclave.name.Utf8;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.security.MessageDigest;
import java.util.Optional;

/** WEBIRC: takes a gateway's word on where the caller comes from (IRCv3 webirc). */
final class ComeFromHandler implements CommandHandler<ComeFrom> {
  private final Config config;
  private final GuessLimit guesses = new GuessLimit(System::nanoTime);

  ComeFromHandler(Config config) {
    this.config = config;
  }

  @Override
  public Future<Void> handle(ComeFrom asked, Caller caller) {
    if (caller.phase() == Caller.Phase.READY) {
      return caller.refuse(Reason.ALREADY_REGISTERED);
    }
    Optional<String> no = objection(asked, caller);
    no.ifPresentOrElse(
        caller.passage()::refused,
        () -> {
          caller.registration().relayed();
          caller.passage().from(asked.address(), asked.isSecure());
        });
    return Future.succeededFuture();
  }

  private Optional<String> objection(ComeFrom asked, Caller caller) {
    String address = caller.peer().address();
    Optional<GatewayConfig> gateway =
        config.server().webirc().stream()
            .filter(one -> one.name().equals(asked.gateway()) && one.isAt(address))
            .findFirst();
    if (gateway.isEmpty()) {
      return Optional.of("WEBIRC is not for you");
    }
    if (!guesses.mayGuess(address)) {
      return Optional.of("Too many wrong WEBIRC passwords: wait a minute");
    }
    if (!isSame(gateway.get(), asked.password())) {
      guesses.wrong(address);
      return Optional.of("Invalid WEBIRC password");
    }
    if (!caller.registration().isUntouched()) {
      return Optional.of("WEBIRC must come first, and once");
    }
    return AddressRange.parse(asked.address()).isEmpty() || asked.address().contains("/")
        ? Optional.of("WEBIRC names no address")
        : Optional.empty();
  }

  /** Takes as long whatever the two have in common. */
  private static boolean isSame(GatewayConfig gateway, String said) {
    return MessageDigest.isEqual(Utf8.encode(gateway.password().reveal()), Utf8.encode(said));
  }
}
