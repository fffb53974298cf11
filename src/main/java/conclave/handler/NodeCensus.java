package conclave.handler;

import conclave.command.NodeFacts;
import conclave.command.Reply;
import conclave.command.ServerAnswer;
import conclave.command.ServerQuestion.About;
import conclave.handler.Servers.Node;
import conclave.handler.Servers.Share;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Asks nodes what they do. Any thread. */
public final class NodeCensus {
  private final AboutServers about;

  NodeCensus(AboutServers about) {
    this.about = about;
  }

  /** All that live, this one first, with what each owns; who does not answer is silent. */
  public Future<List<NodeFacts>> all() {
    return of(about.servers().all());
  }

  /** The same of these. */
  Future<List<NodeFacts>> of(List<Node> nodes) {
    return about
        .servers()
        .shares()
        .compose(shares -> Future.join(nodes.stream().map(node -> owning(node, shares)).toList()))
        .map(all -> all.<NodeFacts>list());
  }

  private Future<NodeFacts> owning(Node node, List<Share> shares) {
    Optional<Share> share = shares.stream().filter(s -> s.id().equals(node.id())).findFirst();
    return facts(node)
        .map(facts -> share.map(s -> facts.owning(s.shards(), s.epoch())).orElse(facts));
  }

  /** Without what it owns. Who does not answer is shown all the same. */
  Future<NodeFacts> facts(Node node) {
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
