package conclave.handler;

import conclave.command.Command;
import io.vertx.core.Future;

/** Does what one kind of command asks. */
@FunctionalInterface
public interface CommandHandler<C extends Command> {
  /** Done when the caller's next command may be looked at; failed when it can't be done now. */
  Future<Void> handle(C command, Caller caller);
}
