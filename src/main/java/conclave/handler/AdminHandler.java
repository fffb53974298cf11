package conclave.handler;

import conclave.command.Command.Admin;
import conclave.command.ServerFacts;
import conclave.room.Reason;
import io.vertx.core.Future;

/** ADMIN: the configuration names nobody, so that there is nothing to tell (Modern IRC §ADMIN). */
final class AdminHandler implements CommandHandler<Admin> {
  private final ServerFacts facts;

  AdminHandler(ServerFacts facts) {
    this.facts = facts;
  }

  @Override
  public Future<Void> handle(Admin asked, Caller caller) {
    return facts.isMeant(asked.server())
        ? caller.refuse(Reason.NO_ADMIN_NAMED, facts.name())
        : caller.refuse(Reason.NO_SUCH_SERVER, asked.server().orElseThrow());
  }
}
