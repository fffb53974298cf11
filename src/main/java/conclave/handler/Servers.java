package conclave.handler;

import conclave.account.Right;
import conclave.command.Reply;
import conclave.command.ServerQuestion;
import conclave.name.CaseFold;
import conclave.name.Nick;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** The nodes that are the network, as this one knows them. Any thread. */
public interface Servers {
  /**
   * One of them.
   *
   * @param id its own, new at each start
   * @param name what operators call it
   */
  record Node(String id, String name, boolean isHere) {}

  /**
   * What a node owns.
   *
   * @param shards rising
   * @param epoch the highest under which it owns one
   */
  record Share(String id, List<Integer> shards, long epoch) {}

  /** Those that live, this one first, and the others by their names. */
  List<Node> all();

  /** Is this node in touch with enough others to go on? */
  boolean isWhole();

  /** The names of the nodes that a user is on, rising; none where there is one node alone. */
  List<String> of(Nick nick);

  /** Asks another node about itself; failed where it does not answer. */
  Future<Reply> ask(Node node, ServerQuestion question);

  /** Who owns what. */
  Future<List<Share>> shares();

  /** Of which servers the network is made is for operators: to all others it is one. */
  default boolean areSeenBy(Caller caller) {
    return caller.registration().may(Right.CONNECTIONS);
  }

  /** The node that a caller who may know of it calls so. */
  default Optional<Node> named(String name, Caller caller) {
    String folded = CaseFold.fold(name);
    return areSeenBy(caller)
        ? all().stream().filter(node -> CaseFold.fold(node.name()).equals(folded)).findFirst()
        : Optional.empty();
  }
}
