package conclave.handler;

import conclave.command.Reply;
import conclave.command.ServerFacts;
import conclave.command.ServerQuestion;
import conclave.command.ServerQuestion.About;
import conclave.handler.Servers.Node;
import conclave.name.Nick;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Supplier;

/** Has a question about a server answered by the one that it is about. */
final class AboutServers {
  private final Supplier<ServerFacts> current;
  private final Servers servers;
  private final Users users;
  private final AboutHere here;

  AboutServers(Supplier<ServerFacts> current, Servers servers, Users users, AboutHere here) {
    this.current = current;
    this.servers = servers;
    this.users = users;
    this.here = here;
  }

  /** The name that the network has for all. */
  String name() {
    return current.get().name();
  }

  /** The name of the network. */
  String network() {
    return current.get().network();
  }

  Servers servers() {
    return servers;
  }

  /**
   * Answers the caller.
   *
   * @param server nothing, or the name of the network or a mask that covers it, for this node; a
   *     user's nick for the network's server, which is that user's (Modern IRC §VERSION)
   */
  Future<Void> answer(About about, String query, Optional<String> server, Caller caller) {
    if (current.get().isMeant(server)
        || server.flatMap(Nick::parse).flatMap(users::find).isPresent()) {
      return caller.answer(here.answer(new ServerQuestion(about, name(), query)));
    }
    String asked = server.orElseThrow();
    Optional<Node> node = servers.named(asked, caller);
    return node.isEmpty()
        ? caller.refuse(Reason.NO_SUCH_SERVER, asked)
        : ask(node.get(), about, query)
            .compose(
                caller::answer, silent -> caller.refuse(Reason.NO_SUCH_SERVER, node.get().name()));
  }

  /** What a node says of itself; failed where it does not answer. */
  Future<Reply> ask(Node node, About about, String query) {
    ServerQuestion question = new ServerQuestion(about, node.name(), query);
    return node.isHere()
        ? Future.succeededFuture(here.answer(question))
        : servers.ask(node, question);
  }
}
