package conclave.cluster;

import conclave.bus.Addresses;
import conclave.bus.Unavailable;
import conclave.command.Reply;
import conclave.command.ServerQuestion;
import conclave.handler.Servers;
import conclave.name.Nick;
import io.vertx.core.Future;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The only node, which goes by the name of the network.
 *
 * @param id its own
 */
record OneServer(String id, String name) implements Servers {
  @Override
  public List<Node> all() {
    return List.of(new Node(id, name, true));
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
    return Future.failedFuture(new Unavailable("there is no other node"));
  }

  @Override
  public Future<List<Share>> shares() {
    List<Integer> every = IntStream.range(0, Addresses.SHARDS).boxed().toList();
    return Future.succeededFuture(List.of(new Share(id, every, 0)));
  }
}
