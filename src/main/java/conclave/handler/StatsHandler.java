package conclave.handler;

import conclave.account.Right;
import conclave.command.ServerCommand;
import conclave.command.ServerQuestion.About;
import conclave.room.Reason;
import io.vertx.core.Future;

/** STATS, for administrators: of this node, or of the one that is named. */
final class StatsHandler implements CommandHandler<ServerCommand.Stats> {
  private final AboutServers servers;

  StatsHandler(AboutServers servers) {
    this.servers = servers;
  }

  @Override
  public Future<Void> handle(ServerCommand.Stats stats, Caller caller) {
    return caller.registration().may(Right.CONNECTIONS)
        ? servers.answer(About.STATS, stats.query(), stats.server(), caller)
        : caller.refuse(Reason.NEEDS_ADMIN);
  }
}
