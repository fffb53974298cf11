package conclave.cluster;

import conclave.name.Nick;
import java.util.Set;

/** Who is on which node, and in which rooms. Any thread. */
public interface Inhabitants {
  /** The nodes on which a user is. */
  Set<String> nodesOf(Nick nick);

  /** The keys of the rooms that users of this node are in. */
  Set<String> roomsHere();
}
