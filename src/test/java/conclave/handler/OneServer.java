package conclave.handler;

import conclave.command.Reply;
import conclave.command.ServerQuestion;
import conclave.name.Nick;
import io.vertx.core.Future;
import java.util.List;

/** A network of one node. */
public final class OneServer implements Servers {
  @Override
  public List<Node> all() {
    return List.of(new Node("n1", "irc.example", true));
  }

  @Override
  public boolean isWhole() {
    return true;
  }

  @Override
  public List<String> of(Nick nick) {
    return List.of();
  }

  @Override
  public Future<Reply> ask(Node node, ServerQuestion question) {
    return Future.failedFuture("there is no other node");
  }

  @Override
  public Future<List<Share>> shares() {
    return Future.succeededFuture(List.of());
  }
}
