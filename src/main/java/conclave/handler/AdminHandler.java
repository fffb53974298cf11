package conclave.handler;

import conclave.command.Command.Admin;
import conclave.command.Reply;
import conclave.command.ServerAnswer;
import conclave.command.ServerFacts;
import conclave.config.Config;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.List;

/** ADMIN: who runs the server, as far as the configuration says so (Modern IRC §ADMIN). */
final class AdminHandler implements CommandHandler<Admin> {
  private final ServerFacts facts;
  private final Config config;

  AdminHandler(Config config, ServerFacts facts) {
    this.facts = facts;
    this.config = config;
  }

  @Override
  public Future<Void> handle(Admin asked, Caller caller) {
    if (!facts.isMeant(asked.server())) {
      return caller.refuse(Reason.NO_SUCH_SERVER, asked.server().orElseThrow());
    }
    List<String> texts = config.server().admin();
    return texts.stream().allMatch(String::isEmpty)
        ? caller.refuse(Reason.NO_ADMIN_NAMED, facts.name())
        : caller.answer(new Reply.OfServer(new ServerAnswer.AdminIs(texts)));
  }
}
