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

  PassHandler(Config config, Admission admission) {
    this.config = config;
    this.admission = admission;
  }

  @Override
  public Future<Void> handle(Pass pass, Caller caller) {
    if (caller.phase() == Caller.Phase.READY) {
      return caller.refuse(Reason.ALREADY_REGISTERED);
    }
    if (config.server().password().filter(s -> isSame(s, pass.password())).isPresent()) {
      caller.registration().knowServerPassword();
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

  /** Takes as long whatever the two have in common. */
  private static boolean isSame(Secret secret, String said) {
    return MessageDigest.isEqual(Utf8.encode(secret.reveal()), Utf8.encode(said));
  }
}
