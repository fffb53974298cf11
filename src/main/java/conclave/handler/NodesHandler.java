package conclave.handler;

import conclave.command.NodeFacts;
import conclave.command.Reply;
import conclave.command.ServerAnswer;
import conclave.command.ServerCommand.ShowNodes;
import conclave.handler.Servers.Node;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** What each node of the network does, for operators. */
final class NodesHandler implements CommandHandler<ShowNodes> {
  private final AboutServers about;
  private final NodeCensus census;

  NodesHandler(AboutServers about, NodeCensus census) {
    this.about = about;
    this.census = census;
  }

  @Override
  public Future<Void> handle(ShowNodes asked, Caller caller) {
    Servers servers = about.servers();
    if (!servers.areSeenBy(caller)) {
      return caller.refuse(Reason.NEEDS_ADMIN);
    }
    Optional<Node> one = asked.name().flatMap(name -> servers.named(name, caller));
    if (asked.name().isPresent() && one.isEmpty()) {
      return caller.refuse(Reason.NO_SUCH_SERVER, asked.name().get());
    }
    List<Node> shown = one.map(List::of).orElseGet(servers::all);
    return census
        .of(shown)
        .map(all -> new ServerAnswer.NodesAre(all, servers.isWhole(), one.isPresent()))
        .compose(answer -> caller.answer(new Reply.OfServer(answer)));
  }

  /** MAP: to whom the network is one server, that one. */
  Future<Void> map(Caller caller) {
    Servers servers = about.servers();
    List<Future<NodeFacts>> nodes =
        servers.areSeenBy(caller)
            ? servers.all().stream().map(census::facts).toList()
            : List.of(Future.succeededFuture(NodeFacts.silent(about.name()).at(true)));
    return Future.join(nodes)
        .compose(all -> caller.answer(new Reply.OfServer(new ServerAnswer.MapIs(all.list()))));
  }
}
