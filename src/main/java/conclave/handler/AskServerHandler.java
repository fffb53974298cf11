package conclave.handler;

import conclave.command.Command;
import conclave.command.ServerQuestion.About;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;

/** MOTD, VERSION, TIME, INFO and ADMIN: about this server, or the one that is named. */
final class AskServerHandler<C extends Command> implements CommandHandler<C> {
  private final AboutServers servers;
  private final About about;
  private final Function<C, Optional<String>> named;

  AskServerHandler(AboutServers servers, About about, Function<C, Optional<String>> named) {
    this.servers = servers;
    this.about = about;
    this.named = named;
  }

  @Override
  public Future<Void> handle(C command, Caller caller) {
    return servers.answer(about, "", named.apply(command), caller);
  }
}
