package conclave;

import conclave.config.Config;
import conclave.gateway.ConnectionGate;
import conclave.gateway.ListenerVerticle;
import conclave.gateway.Node;
import conclave.gateway.Tls;
import java.util.ArrayList;
import java.util.List;

/** Makes the listeners, which share the ports and the gate. */
final class Listeners {
  private Listeners() {}

  /** So many, none of them started. */
  static List<ListenerVerticle> of(
      Node node, Config config, Reload reload, Premises premises, int count) {
    ConnectionGate gate = new ConnectionGate(config);
    List<ListenerVerticle.Port> addresses = Tls.ports(config, reload.certificate());
    List<ListenerVerticle> listeners = new ArrayList<>();
    for (int loop = 0; loop < count; loop++) {
      // One listener has the control socket beside: nobody storms it.
      List<ListenerVerticle.Port> ports = new ArrayList<>(addresses);
      premises.control().filter(socket -> listeners.isEmpty()).ifPresent(ports::add);
      listeners.add(new ListenerVerticle(node, ports, gate));
    }
    return listeners;
  }
}
