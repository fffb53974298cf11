package conclave;

import conclave.bus.Addresses;
import conclave.bus.BansChanged;
import conclave.cluster.Network;
import conclave.handler.BanStore;
import conclave.handler.ServerBans;
import io.vertx.core.eventbus.EventBus;

/** The bans from the server, as all nodes have them. */
final class SharedBans {
  private SharedBans() {}

  /** They are read again when another node has changed them, or may have. */
  static ServerBans of(BanStore store, Network network, EventBus bus) {
    ServerBans bans = new ServerBans(store, () -> network.tell(Addresses.BANS, new BansChanged()));
    bus.<BansChanged>localConsumer(Addresses.BANS, changed -> bans.load());
    network.onChange(bans::load);
    return bans;
  }
}
