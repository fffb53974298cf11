package conclave.handler;

import conclave.command.NodeFacts;
import conclave.command.Reply;
import conclave.command.ServerAnswer;
import conclave.command.ServerCommand.ShowNodes;
import conclave.command.ServerQuestion.About;
import conclave.handler.Servers.Node;
import conclave.handler.Servers.Share;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** What each node of the network does, for operators. */
final class NodesHandler implements CommandHandler<ShowNodes> {
  private final AboutServers about;

  NodesHandler(AboutServers about) {
    this.about = about;
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
    return servers
        .shares()
        .compose(shares -> Future.join(shown.stream().map(node -> owning(node, shares)).toList()))
        .map(all -> new ServerAnswer.NodesAre(all.list(), servers.isWhole(), one.isPresent()))
        .compose(answer -> caller.answer(new Reply.OfServer(answer)));
  }

  private Future<NodeFacts> owning(Node node, List<Share> shares) {
    Optional<Share> share = shares.stream().filter(s -> s.id().equals(node.id())).findFirst();
    return facts(node)
        .map(facts -> share.map(s -> facts.owning(s.shards(), s.epoch())).orElse(facts));
  }

  /** MAP: to whom the network is one server, that one. */
  Future<Void> map(Caller caller) {
    Servers servers = about.servers();
    List<Future<NodeFacts>> nodes =
        servers.areSeenBy(caller)
            ? servers.all().stream().map(this::facts).toList()
            : List.of(Future.succeededFuture(NodeFacts.silent(about.name()).at(true)));
    return Future.join(nodes)
        .compose(all -> caller.answer(new Reply.OfServer(new ServerAnswer.MapIs(all.list()))));
  }

  /** Who does not answer is shown all the same. */
  private Future<NodeFacts> facts(Node node) {
    return about
        .ask(node, About.NODE, "")
        .map(reply -> of(reply).orElseGet(() -> NodeFacts.silent(node.name())))
        .otherwise(NodeFacts.silent(node.name()))
        .map(facts -> facts.at(node.isHere()));
  }

  private static Optional<NodeFacts> of(Reply reply) {
    return reply instanceof Reply.OfServer told && told.answer() instanceof ServerAnswer.MapIs map
        ? map.nodes().stream().findFirst()
        : Optional.empty();
  }
}
