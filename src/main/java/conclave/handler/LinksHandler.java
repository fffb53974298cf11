package conclave.handler;

import conclave.command.Reply;
import conclave.command.ServerAnswer;
import conclave.command.ServerCommand.Links;
import conclave.handler.Servers.Node;
import io.vertx.core.Future;
import java.util.List;

/** LINKS: the nodes, to operators; to all others the network is one server. */
final class LinksHandler implements CommandHandler<Links> {
  private final AboutServers about;

  LinksHandler(AboutServers about) {
    this.about = about;
  }

  @Override
  public Future<Void> handle(Links asked, Caller caller) {
    List<String> shown =
        about.servers().areSeenBy(caller)
            ? about.servers().all().stream().map(Node::name).toList()
            : List.of(about.name());
    return caller.answer(
        new Reply.OfServer(new ServerAnswer.LinksAre(asked.mask(), about.network(), shown)));
  }
}
