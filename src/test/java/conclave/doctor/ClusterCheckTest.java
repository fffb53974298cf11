package conclave.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.cluster.Authority;
import conclave.cluster.FreePorts;
import conclave.store.Checkup;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterCheckTest {
  @TempDir Path data;
  private final int port = FreePorts.row(3);
  private Ward ward;

  @BeforeEach
  void aNode() {
    ward = new Ward(data);
    ward.now = Instant.now();
    new Authority(data, "ca").issue("a");
    new Authority(data, "other").issue("b");
  }

  private List<String> look(String certificate, String peer) {
    List<String> sets =
        new ArrayList<>(
            List.of(
                "store.url=postgresql://a@[::1]/b",
                "cluster.enabled=true",
                "cluster.node=a",
                "cluster.listen=[::1]:" + port,
                "cluster.peers=" + peer,
                "cluster.ca=" + data.resolve("ca.pem")));
    sets.add("cluster.certificate=" + data.resolve(certificate + ".pem"));
    sets.add("cluster.key=" + data.resolve(certificate + ".key"));
    return ward.look(new ClusterCheck(), sets.toArray(String[]::new));
  }

  private void living(String... names) {
    ward.store =
        Optional.of(
            new Checkup(
                "pg", "20", 0, false, true, Optional.empty(), 0, names.length, List.of(names)));
  }

  @Test
  void aServerThatIsAloneIsNotAsked() {
    assertThat(ward.look(new ClusterCheck())).isEmpty();
  }

  @Test
  void aNodeThatTheOthersBelieveIsWell() throws IOException {
    living("b", "c");
    try (ServerSocket peer = Ward.held(0)) {
      assertThat(look("a", "[::1]:" + peer.getLocalPort()))
          .containsExactly(
              "OK cluster.certificate: is of an authority in cluster.ca",
              "OK cluster.peers: 1 addresses answer",
              "OK cluster.node: a is no other node's name");
    }
  }

  @Test
  void aCertificateOfAnotherAuthorityIsAProblem() {
    assertThat(look("b", "[::1]:" + port))
        .anyMatch(
            line ->
                line.startsWith(
                    "PROBLEM cluster.certificate: is of another authority than those in"));
    ward.now = ward.now.plusSeconds(864_000);
    assertThat(look("a", "[::1]:" + port))
        .anyMatch(line -> line.startsWith("PROBLEM cluster.certificate: expired "));
  }

  @Test
  void peersThatAreNowhereAreSaid() {
    assertThat(look("a", "[::1]:" + port))
        .anyMatch(line -> line.startsWith("WARNING cluster.peers: nobody answers at any"));
    assertThat(look("a", "nowhere.invalid:7800"))
        .anyMatch(line -> line.startsWith("PROBLEM cluster.peers: nowhere.invalid has no address"));
  }

  @Test
  void aNameThatAnotherNodeHasIsAProblem() {
    living("a", "b");
    assertThat(look("a", "[::1]:" + port))
        .anyMatch(line -> line.startsWith("PROBLEM cluster.node: another node that runs is"));
    ward.isRunning = true;
    assertThat(look("a", "[::1]:" + port)).anyMatch(line -> line.startsWith("OK cluster.node: "));
  }

  @Test
  void aPortThatIsHeldIsAProblemUnlessTheNodeRuns() throws IOException {
    try (ServerSocket held = Ward.held(port)) {
      assertThat(held.isBound()).isTrue();
      assertThat(look("a", "[::1]:" + port))
          .anyMatch(line -> line.startsWith("PROBLEM cluster: cluster.listen: "));
      ward.isRunning = true;
      assertThat(look("a", "[::1]:" + port)).noneMatch(line -> line.contains("listened on"));
    }
  }
}
