package conclave;

import conclave.config.Config;
import conclave.gateway.ConnectionGate;
import conclave.gateway.ListenerVerticle;
import conclave.gateway.ListenerVerticle.Port;
import conclave.gateway.Node;
import conclave.gateway.ServerCertificate;
import conclave.gateway.Tls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sockets that listen. */
final class Listening {
  private Listening() {}

  /**
   * One listener for each loop; together they let in as many as may be.
   *
   * @param control the socket of the machine's operator. One listener has it: nobody storms it.
   */
  static List<ListenerVerticle> at(
      Node node, Config config, ServerCertificate certificate, Optional<Port> control, int loops) {
    ConnectionGate gate = new ConnectionGate(config);
    List<Port> addresses = Tls.ports(config, certificate);
    List<ListenerVerticle> listeners = new ArrayList<>();
    for (int loop = 0; loop < loops; loop++) {
      List<Port> ports = new ArrayList<>(addresses);
      control.filter(socket -> listeners.isEmpty()).ifPresent(ports::add);
      listeners.add(new ListenerVerticle(node, ports, gate));
    }
    return listeners;
  }
}
