package conclave.cluster;

import conclave.bus.Addresses;
import conclave.bus.Inhabitants;
import conclave.bus.NodeAsked;
import conclave.bus.NodeTells;
import conclave.bus.Unavailable;
import conclave.cluster.NodeTable.Entry;
import conclave.command.Reply;
import conclave.command.ServerQuestion;
import conclave.handler.Servers;
import conclave.name.Nick;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The nodes as operators see them: by their names, with who is on them and what they own. */
final class KnownNodes implements Servers {
  private final Entry self;
  private final Views views;
  private final Nodes nodes;
  private final Questions questions;
  private final Inhabitants inhabitants;
  private final NodeTable table;

  KnownNodes(
      Entry self,
      Views views,
      Nodes nodes,
      Questions questions,
      Inhabitants inhabitants,
      NodeTable table) {
    this.self = self;
    this.views = views;
    this.nodes = nodes;
    this.questions = questions;
    this.inhabitants = inhabitants;
    this.table = table;
  }

  @Override
  public List<Node> all() {
    View view = views.current();
    List<Node> all = new ArrayList<>();
    all.add(new Node(self.id(), self.name(), true));
    nodes.living().stream()
        .filter(entry -> view.has(entry.id()) && !entry.id().equals(self.id()))
        .sorted(Comparator.comparing(Entry::name))
        .forEach(entry -> all.add(new Node(entry.id(), entry.name(), false)));
    return all;
  }

  @Override
  public boolean isWhole() {
    return views.current().isWhole();
  }

  @Override
  public List<String> of(Nick nick) {
    Set<String> its = inhabitants.nodesOf(nick);
    return all().stream().filter(node -> its.contains(node.id())).map(Node::name).sorted().toList();
  }

  @Override
  public Future<Reply> ask(Node node, ServerQuestion question) {
    return questions
        .ask(node.id(), Addresses.ABOUT, new NodeAsked(question), NodeTells.class)
        .map(KnownNodes::reply);
  }

  private static Reply reply(NodeTells told) {
    return told.answer()
        .<Reply>map(Reply.OfServer::new)
        .or(() -> told.refusal().map(Reply.Refused::new))
        .orElseThrow(() -> new Unavailable("another node says nothing of itself"));
  }

  @Override
  public Future<List<Share>> shares() {
    return table.shares();
  }
}
