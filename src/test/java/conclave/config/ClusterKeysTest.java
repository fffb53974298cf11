package conclave.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterKeysTest {
  private static final String WHOLE =
      """
      store: {url: "postgresql://conclave@db.example.org/conclave"}
      cluster:
        enabled: true
        node: a
        listen: "[2001:db8::7]:7800"
        peers: ["[2001:db8::8]:7800", nodes.example.org:7800]
        certificate: a.pem
        key: a.key
        ca: ca.pem
      """;

  @TempDir private Path folder;
  private Loading loading;

  @BeforeEach
  void start() {
    loading = new Loading(folder);
    List.of("a.pem", "a.key", "ca.pem").forEach(name -> loading.write(name, "x"));
  }

  @Test
  void aNodeHasThreePortsAndNamesItsPeers() {
    ClusterConfig cluster = loading.configOf(WHOLE).cluster();
    assertThat(cluster.enabled()).isTrue();
    assertThat(cluster.node()).isEqualTo("a");
    assertThat(cluster.peers())
        .hasToString("[[2001:db8::8]:7800, nodes.example.org:7800]")
        .hasSize(2);
    assertThat(cluster.busListen()).hasToString("[2001:db8::7]:7801");
    assertThat(cluster.pulseListen()).hasToString("[2001:db8::7]:7802");
    assertThat(cluster.certificate()).contains(folder.resolve("a.pem"));
    assertThat(cluster.key()).contains(folder.resolve("a.key"));
    assertThat(cluster.ca()).contains(folder.resolve("ca.pem"));
  }

  @Test
  void messagesMayComeToAnAddressOfTheirOwn() {
    assertThat(loading.configOf(WHOLE + "  bus-listen: '[2001:db8::9]:9000'\n").cluster())
        .extracting(ClusterConfig::busListen)
        .hasToString("[2001:db8::9]:9000");
    assertThat(loading.mistakesOf(WHOLE + "  bus-listen: '[2001:db8::7]:7802'\n"))
        .containsExactly(
            "c.yaml:10: cluster.bus-listen: needs another port than that of cluster.listen and the"
                + " second after it");
  }

  @Test
  void aServerAloneNeedsNothingOfIt() {
    assertThat(ConfigLoader.defaults().cluster().enabled()).isFalse();
    assertThat(loading.mistakesOf("cluster: {enabled: false, node: a}\n")).isEmpty();
  }

  @Test
  void whatANodeNeedsIsNamedKeyByKey() {
    assertThat(loading.mistakesOf("store: {url: embedded}\ncluster:\n  enabled: true\n"))
        .containsExactly(
            "default: cluster.node: is needed where cluster.enabled is true",
            "default: cluster.certificate: is needed where cluster.enabled is true",
            "default: cluster.key: is needed where cluster.enabled is true",
            "default: cluster.ca: is needed where cluster.enabled is true",
            "default: cluster.peers: needs the address of a node where cluster.enabled is true",
            "c.yaml:1: store.url: \"embedded\" is of one machine: the nodes share"
                + " postgresql://USER@HOST[:PORT]/DATABASE where cluster.enabled is true");
  }

  @Test
  void aPeerIsAnAddressWithItsPort() {
    String right = "is not an address with a port from 1 to 65533, such as [2001:db8::7]:7800";
    assertThat(
            loading.mistakesOf(
                "cluster:\n  peers: ['2001:db8::7', '[::1]:0', 'a b:7800', '[::1]:65534']\n"))
        .containsExactly(
            "c.yaml:2: cluster.peers: \"2001:db8::7\" " + right,
            "c.yaml:2: cluster.peers: \"[::1]:0\" " + right,
            "c.yaml:2: cluster.peers: \"a b:7800\" " + right,
            "c.yaml:2: cluster.peers: \"[::1]:65534\" " + right);
    assertThat(loading.mistakesOf("cluster:\n  certificate: nowhere.pem\n"))
        .containsExactly(
            "c.yaml:2: cluster.certificate: \"nowhere.pem\" is not a file that can be read, or none");
  }
}
