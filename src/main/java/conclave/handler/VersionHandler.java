package conclave.handler;

import conclave.command.Command.Version;
import conclave.command.Reply;
import conclave.command.ServerAnswer;
import conclave.command.ServerFacts;
import conclave.room.Reason;
import io.vertx.core.Future;

/** VERSION, with the tokens of 005 (Modern IRC §VERSION). */
final class VersionHandler implements CommandHandler<Version> {
  private final ServerFacts facts;

  VersionHandler(ServerFacts facts) {
    this.facts = facts;
  }

  @Override
  public Future<Void> handle(Version version, Caller caller) {
    if (!facts.isMeant(version.server())) {
      return caller.refuse(Reason.NO_SUCH_SERVER, version.server().orElseThrow());
    }
    return caller.answer(new Reply.OfServer(new ServerAnswer.VersionIs(facts)));
  }
}
