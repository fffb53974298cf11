package conclave.handler;

import conclave.command.Command.Version;
import conclave.command.Reply;
import conclave.command.ServerAnswer;
import conclave.command.ServerFacts;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.function.Supplier;

/** VERSION, with the tokens of 005 (Modern IRC §VERSION). */
final class VersionHandler implements CommandHandler<Version> {
  private final Supplier<ServerFacts> current;

  VersionHandler(Supplier<ServerFacts> current) {
    this.current = current;
  }

  @Override
  public Future<Void> handle(Version version, Caller caller) {
    ServerFacts facts = current.get();
    if (!facts.isMeant(version.server())) {
      return caller.refuse(Reason.NO_SUCH_SERVER, version.server().orElseThrow());
    }
    return caller.answer(new Reply.OfServer(new ServerAnswer.VersionIs(facts)));
  }
}
