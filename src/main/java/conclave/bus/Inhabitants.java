package conclave.bus;

import conclave.command.User;
import conclave.name.Nick;
import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Who is on which node, and in which rooms, as one node knows it. Any thread. */
public interface Inhabitants {
  /** The nodes on which a user is. */
  Set<String> nodesOf(Nick nick);

  /** The keys of the rooms that users of this node are in. */
  Set<String> roomsHere();

  /** The keys of the accounts that have connections to this node. */
  Set<String> accountsHere();

  /** The number of the last change that was told. */
  long last();

  /** Has all been heard that the node has told up to that number? */
  boolean knows(String node, long number);

  /** All who are here. */
  PresenceNews all();

  /** Learns what another node says; false where something before it is missing. */
  boolean learn(PresenceNews news);

  /** Done when all has been heard that the node has told up to that number, or it is dead. */
  Future<Void> heard(String node, long number);

  /**
   * Done when all rooms know who bears the nick here.
   *
   * @return what other nodes are told then
   */
  Future<NickSettled> settled(Nick nick);

  /** Before somebody comes in who may be on other nodes too, this is asked: is it settled there? */
  void settleBy(Function<Nick, Future<Void>> elsewhere);

  /** Who has said something here since this was asked for the last time. */
  Active active();

  /** These have said something on another node. */
  void active(Active there);

  /**
   * Those who were there without a connection, and stay when they have none, are here from now on.
   *
   * @return their nicks
   */
  List<Nick> adopt(String node);

  /** That node is dead. Who was nowhere else is not here any more. */
  List<User> forget(String node);
}
