package conclave.handler;

import conclave.command.Command.Info;
import conclave.command.Reply;
import conclave.command.ServerAnswer;
import conclave.command.ServerFacts;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.List;

/** INFO: what this server is (Modern IRC §INFO). */
final class InfoHandler implements CommandHandler<Info> {
  private final ServerFacts facts;

  InfoHandler(ServerFacts facts) {
    this.facts = facts;
  }

  @Override
  public Future<Void> handle(Info asked, Caller caller) {
    return facts.isMeant(asked.server())
        ? caller.answer(new Reply.OfServer(new ServerAnswer.InfoIs(lines())))
        : caller.refuse(Reason.NO_SUCH_SERVER, asked.server().orElseThrow());
  }

  private List<String> lines() {
    return List.of(
        facts.version() + ", a chat server that keeps every message before anybody sees it",
        "It speaks IRC to programs and plain words to people, over TLS",
        "On line since " + facts.started());
  }
}
