package conclave.handler;

import conclave.command.Command.Pass;
import conclave.config.Config;
import conclave.config.Secret;
import conclave.name.Utf8;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.security.MessageDigest;

/**
 * PASS: the server's password, where it has one; {@code account:password} logs in at once; any
 * other password waits for the nick that it belongs to.
 */
final class PassHandler implements CommandHandler<Pass> {
  private final Config config;
  private final Admission admission;
  private final GuessLimit guesses = new GuessLimit(System::nanoTime);

  PassHandler(Config config, Admission admission) {
    this.config = config;
    this.admission = admission;
  }

  @Override
  public Future<Void> handle(Pass pass, Caller caller) {
    if (caller.phase() == Caller.Phase.READY) {
      return caller.refuse(Reason.ALREADY_REGISTERED);
    }
    boolean isServers =
        config.server().password().filter(s -> isRight(s, pass.password(), caller)).isPresent();
    caller.registration().knowsServerPassword(isServers); // the last PASS counts
    if (isServers) {
      return admission.admit(caller);
    }
    int colon = pass.password().indexOf(':');
    if (colon > 0) {
      String name = pass.password().substring(0, colon);
      return admission.logIn(name, pass.password().substring(colon + 1), caller, "PASS");
    }
    caller.registration().password(pass.password());
    return admission.admit(caller);
  }

  /**
   * Nobody is told that there were too many guesses: what was said may be an account's password.
   */
  private boolean isRight(Secret secret, String said, Caller caller) {
    String network = caller.peer().narrowest();
    if (!guesses.mayGuess(network)) {
      return false;
    }
    boolean isRight = isSame(secret, said);
    // An account's password comes with a colon where the server's has none, and is no guess.
    if (!isRight && said.contains(":") == secret.reveal().contains(":")) {
      guesses.wrong(network);
    }
    return isRight;
  }

  /** Takes as long whatever the two have in common. */
  private static boolean isSame(Secret secret, String said) {
    return MessageDigest.isEqual(Utf8.encode(secret.reveal()), Utf8.encode(said));
  }
}
