package conclave.cluster;

import conclave.config.Endpoint;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.jgroups.Address;
import org.jgroups.conf.ClassConfigurator;
import org.jgroups.protocols.TCPPING;
import org.jgroups.util.Responses;

/**
 * Asks the peers of the configuration who is there. Their names are looked up each time, with all
 * their addresses: behind the name of a Kubernetes service, nodes come and go.
 */
public final class PeerLookup extends TCPPING {
  static {
    ClassConfigurator.addProtocol((short) 1_997, PeerLookup.class);
  }

  private List<Endpoint> peers = List.of();

  /** JGroups makes it. */
  public PeerLookup() {}

  void setPeers(List<Endpoint> all) {
    peers = all;
    setInitialHosts(addresses());
  }

  @Override
  public void findMembers(List<Address> members, boolean isInitial, Responses responses) {
    setInitialHosts(addresses());
    super.findMembers(members, isInitial, responses);
  }

  private List<InetSocketAddress> addresses() {
    List<InetSocketAddress> all = new ArrayList<>();
    for (Endpoint peer : peers) {
      try {
        for (InetAddress address : InetAddress.getAllByName(peer.host())) {
          all.add(new InetSocketAddress(address, peer.port()));
        }
      } catch (UnknownHostException e) {
        log.debug("%s is nobody's address now", peer.host());
      }
    }
    return all;
  }
}
