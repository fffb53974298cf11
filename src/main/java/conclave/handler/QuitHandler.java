package conclave.handler;

import conclave.command.Command.Quit;
import io.vertx.core.Future;

/** QUIT. The prefix lets nobody pretend that the server ended the connection (Modern IRC §QUIT). */
final class QuitHandler implements CommandHandler<Quit> {
  @Override
  public Future<Void> handle(Quit quit, Caller caller) {
    caller.quit(
        quit.reason()
            .filter(reason -> !reason.isEmpty())
            .map(reason -> "Quit: " + reason)
            .orElse("Quit"));
    return Future.succeededFuture();
  }
}
