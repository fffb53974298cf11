package conclave.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How this node and others are one network.
 *
 * @param enabled else the server is alone, and nothing of this holds
 * @param node its name, as operators see it; empty where it is alone
 * @param listen where the other nodes come to
 * @param peers where other nodes listen; each may be a name with several addresses
 * @param bus where their messages come to; where absent, at the next port
 * @param certificate PEM chain that this node shows to the others
 * @param key its PEM private key, PKCS#8
 * @param ca PEM certificates of those who issue the nodes' certificates
 */
public record ClusterConfig(
    boolean enabled,
    String node,
    Endpoint listen,
    List<Endpoint> peers,
    Optional<Endpoint> bus,
    Optional<Path> certificate,
    Optional<Path> key,
    Optional<Path> ca) {
  public ClusterConfig {
    peers = List.copyOf(peers);
  }

  /** Where the messages of other nodes come to. */
  public Endpoint busListen() {
    return bus.orElseGet(() -> new Endpoint(listen.host(), listen.port() + 1));
  }

  /** Where another node holds a connection, so that it notices the death of this one. */
  public Endpoint pulseListen() {
    return new Endpoint(listen.host(), listen.port() + 2);
  }
}
