package conclave.doctor;

import conclave.cluster.Joining;
import conclave.config.ClusterConfig;
import conclave.config.Endpoint;
import conclave.store.Checkup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Can this node be one of its network? */
final class ClusterCheck implements Check {
  private static final int PATIENCE_MILLIS = 2_000;
  private static final String CERTIFICATE = "cluster.certificate";

  @Override
  public List<Finding> look(Patient patient) {
    ClusterConfig config = patient.config().cluster();
    if (!config.enabled()) {
      return List.of();
    }
    List<Finding> all = new ArrayList<>();
    Joining.objection(config, Runtime.version().feature())
        .ifPresent(why -> all.add(Finding.problem("cluster", why, "Use that JDK")));
    for (String mistake : Joining.mistakes(config)) {
      if (!patient.isRunning() || !mistake.contains("can't be listened on")) {
        all.add(Finding.problem("cluster", mistake, "conf/cluster/README.md shows how"));
      }
    }
    trusted(config, patient.now()).ifPresent(all::add);
    all.addAll(peers(config));
    patient.store().found().ifPresent(found -> all.add(name(config, found, patient.isRunning())));
    return all;
  }

  private static Optional<Finding> trusted(ClusterConfig config, Instant now) {
    Optional<Path> file = config.certificate();
    Optional<Path> authority = config.ca();
    if (file.isEmpty() || authority.isEmpty()) {
      return Optional.empty(); // which the configuration has refused
    }
    try {
      List<X509Certificate> chain = Certificates.read(file.get());
      X509Certificate own = chain.get(0);
      if (own.getNotAfter().toInstant().isBefore(now)) {
        return Optional.of(
            Finding.problem(
                CERTIFICATE, "expired " + own.getNotAfter().toInstant(), "Issue another one"));
      }
      X509Certificate last = chain.get(chain.size() - 1);
      boolean isTrusted =
          Certificates.read(authority.get()).stream()
              .anyMatch(ca -> Certificates.isIssued(last, ca));
      return Optional.of(
          isTrusted
              ? Finding.ok(CERTIFICATE, "is of an authority in cluster.ca")
              : Finding.problem(
                  CERTIFICATE,
                  "is of another authority than those in cluster.ca",
                  "All nodes need certificates of the same authority"));
    } catch (IOException | GeneralSecurityException | IndexOutOfBoundsException e) {
      return Optional.empty(); // which is said already
    }
  }

  private static List<Finding> peers(ClusterConfig config) {
    List<Finding> all = new ArrayList<>();
    int answering = 0;
    for (Endpoint peer : config.peers()) {
      try {
        InetAddress[] addresses = InetAddress.getAllByName(peer.host());
        for (InetAddress address : addresses) {
          answering += answers(address, peer.port()) ? 1 : 0;
        }
      } catch (UnknownHostException e) {
        all.add(
            Finding.problem(
                "cluster.peers",
                peer.host() + " has no address",
                "Is the name right, and does DNS answer here?"));
      }
    }
    all.add(
        answering > 0
            ? Finding.ok("cluster.peers", answering + " addresses answer")
            : Finding.warning(
                "cluster.peers",
                "nobody answers at any of them",
                "Right for the first node; else open that port and the two after it to nodes"));
    return all;
  }

  private static boolean answers(InetAddress address, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static Finding name(ClusterConfig config, Checkup store, boolean isRunning) {
    int mine = Collections.frequency(store.nodes(), config.node());
    return mine > (isRunning ? 1 : 0)
        ? Finding.problem(
            "cluster.node",
            "another node that runs is called " + config.node() + " as well",
            "Give each node a name of its own")
        : Finding.ok("cluster.node", config.node() + " is no other node's name");
  }
}
