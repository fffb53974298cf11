package conclave.handler;

import conclave.command.Command.Pass;
import conclave.room.Reason;
import io.vertx.core.Future;

/**
 * PASS: {@code account:password} logs in at once; a bare password waits for the nick that it
 * belongs to.
 */
final class PassHandler implements CommandHandler<Pass> {
  private final Admission admission;

  PassHandler(Admission admission) {
    this.admission = admission;
  }

  @Override
  public Future<Void> handle(Pass pass, Caller caller) {
    if (caller.phase() == Caller.Phase.READY) {
      return caller.refuse(Reason.ALREADY_REGISTERED);
    }
    int colon = pass.password().indexOf(':');
    if (colon > 0) {
      String name = pass.password().substring(0, colon);
      return admission.logIn(name, pass.password().substring(colon + 1), caller, "PASS");
    }
    caller.registration().password(pass.password());
    return admission.admit(caller);
  }
}
