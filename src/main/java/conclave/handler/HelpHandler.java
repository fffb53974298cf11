package conclave.handler;

import conclave.command.Command.Help;
import conclave.command.Reply;
import io.vertx.core.Future;

/** HELP: the dialect knows its own commands, and how to tell of them. */
final class HelpHandler implements CommandHandler<Help> {
  @Override
  public Future<Void> handle(Help help, Caller caller) {
    return caller.answer(new Reply.HelpIs(help.topic().orElse("")));
  }
}
