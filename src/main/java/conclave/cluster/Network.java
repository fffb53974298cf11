package conclave.cluster;

import conclave.bus.Everyone;
import conclave.bus.Others;
import conclave.handler.Servers;
import conclave.shard.Outlet;
import conclave.shard.Owners;
import conclave.shard.RoomVerticle;
import io.vertx.core.Future;
import java.util.List;

/** How this node reaches all that there is, be it one node or many. */
public interface Network extends Everyone {
  /** Who owns shards, on whatever node. */
  Owners owners();

  /** Where what happened in the shards of this node is brought. */
  Outlet outlet();

  /** Asks all other nodes. */
  Others others();

  /** The nodes as operators see them. */
  Servers servers();

  /** Is called when others have come or gone: what they told meanwhile may have been missed. */
  void onChange(Runnable listener);

  /**
   * Becomes part of it.
   *
   * @param owners of this node, one for each loop
   */
  Future<Void> join(List<RoomVerticle> owners);

  /** Done when the others have declared this node dead: it owns nothing, and must begin anew. */
  Future<Void> buried();

  /** Is this node the one that does what one of them must do? */
  boolean isFirst();

  /** Is part of it no more, and owns nothing. */
  Future<Void> leave();
}
