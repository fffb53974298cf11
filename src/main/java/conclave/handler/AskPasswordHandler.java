package conclave.handler;

import conclave.command.Command.AskPassword;
import conclave.command.IdentityReply;
import conclave.command.Reply;
import io.vertx.core.Future;

/** Asks for the password that the next line will be. */
final class AskPasswordHandler implements CommandHandler<AskPassword> {
  @Override
  public Future<Void> handle(AskPassword ask, Caller caller) {
    return caller.answer(new IdentityReply.PasswordPrompt(ask.account(), ask.isNew()));
  }
}
