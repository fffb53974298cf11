package conclave.cluster;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conclave.bus.Delivery;
import conclave.config.ClusterConfig;
import conclave.config.ConfigLoader;
import conclave.config.Endpoint;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.Event;
import conclave.room.Origin;
import conclave.room.SayKind;
import conclave.room.Stamp;
import io.vertx.core.Future;
import io.vertx.core.eventbus.DeliveryOptions;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class JoiningTest {
  @TempDir private Path folder;
  private TestNodes nodes;

  @BeforeEach
  void makeKeys() {
    nodes = new TestNodes(folder);
  }

  @AfterEach
  void leave() {
    nodes.close();
  }

  @Test
  void twoNodesFindEachOtherAndTalk() {
    ClusterConfig first = nodes.config("a");
    Joined a = nodes.start(first);
    Joined b = nodes.start(nodes.config("b", first));
    await().untilAsserted(() -> assertThat(a.manager().orElseThrow().getNodes()).hasSize(2));
    assertThat(b.manager().orElseThrow().getNodes()).containsExactlyInAnyOrder(a.node(), b.node());

    TestNodes.await(
        a.vertx()
            .eventBus()
            .<String>consumer("who", m -> m.reply(m.body() + ", I am a"))
            .completion());
    assertThat(TestNodes.await(b.vertx().eventBus().<String>request("who", "hello")).body())
        .isEqualTo("hello, I am a");

    String message = "x".repeat(100);
    TestNodes.await(
        a.vertx().eventBus().<Delivery>consumer("node.a", m -> m.reply(m.body())).completion());
    Delivery delivery = delivery(message);
    assertThat(TestNodes.await(b.vertx().eventBus().<Delivery>request("node.a", delivery)).body())
        .isEqualTo(delivery)
        .isNotSameAs(delivery);

    nodes.stop(b);
    await()
        .untilAsserted(
            () -> assertThat(a.manager().orElseThrow().getNodes()).containsExactly(a.node()));
  }

  private static Delivery delivery(String text) {
    Stamp stamp = new Stamp(1, 1, 1, new Origin("n1", 1));
    Source by = new Source(new Nick("bob"), "bob", "host", Optional.empty());
    return new Delivery(
        List.of(new Event.Said(stamp, new RoomName("#lobby"), by, SayKind.PRIVMSG, text)));
  }

  @Test
  void aNodeThatIsKilledIsMissed() throws Exception {
    ClusterConfig first = nodes.config("a");
    Joined a = nodes.start(first);
    Process killed = NodeProcess.start(folder, nodes.config("b", first));
    try {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> a.manager().orElseThrow().getNodes().size() == 2);
      killed.destroyForcibly().waitFor();
      long since = System.nanoTime();
      await()
          .pollInterval(Duration.ofMillis(10))
          .until(() -> a.manager().orElseThrow().getNodes().size() == 1);
      LoggerFactory.getLogger(JoiningTest.class)
          .warn("missed after {} ms", (System.nanoTime() - since) / 1_000_000);
    } finally {
      killed.destroyForcibly();
    }
  }

  @Test
  void aNodeThatHungForLongIsHeardAgain() throws Exception {
    ClusterConfig first = nodes.config("a");
    Joined a = nodes.start(first);
    Process hanging = NodeProcess.start(folder, nodes.config("b", first));
    try {
      await().atMost(Duration.ofSeconds(60)).until(() -> isEchoed(a));
      signal("-STOP", hanging);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> a.manager().orElseThrow().getNodes().size() == 1);
      signal("-CONT", hanging);
      await().atMost(Duration.ofSeconds(60)).until(() -> isEchoed(a));
    } finally {
      hanging.destroyForcibly();
    }
  }

  private static boolean isEchoed(Joined node) {
    return node.vertx()
        .eventBus()
        .request("echo", "hello", new DeliveryOptions().setSendTimeout(2_000))
        .transform(answer -> Future.succeededFuture(answer.succeeded()))
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private static void signal(String name, Process process) throws Exception {
    new ProcessBuilder("kill", name, Long.toString(process.pid())).start().waitFor();
  }

  @Test
  void aJdkThatCantRunANodeIsNamedInASentence() {
    ClusterConfig node = nodes.config("a");
    assertThat(Joining.objection(node, 17)).isEmpty();
    assertThat(Joining.objection(node, 23)).isEmpty();
    assertThat(Joining.objection(node, 24))
        .contains(
            "A node of a cluster runs on JDK 17 to 23, and this is JDK 24: set JAVA_HOME to one of"
                + " those, or cluster.enabled to false.");
    assertThat(Joining.objection(ConfigLoader.defaults().cluster(), 25)).isEmpty();
  }

  @Test
  void whatCantHoldOnThisMachineIsNamedBeforeAnythingStarts() throws Exception {
    ClusterConfig node = nodes.config("a");
    assertThat(Joining.mistakes(node)).isEmpty();
    assertThat(Joining.mistakes(ConfigLoader.defaults().cluster())).isEmpty();
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(TestNodes.at(node.busListen().port()));
      assertThat(Joining.mistakes(node))
          .singleElement()
          .asString()
          .startsWith("cluster.bus-listen: [::1]:" + taken.getLocalPort())
          .contains(" can't be listened on: ");
    }
    ClusterConfig elsewhere = NodeProcess.at(node, new Endpoint("2001:db8::7", 7800));
    assertThat(Joining.mistakes(elsewhere))
        .hasSize(3)
        .allMatch(sentence -> sentence.contains("can't be listened on"));
    Files.copy(folder.resolve("b.key"), folder.resolve("a.key"), REPLACE_EXISTING);
    assertThat(Joining.mistakes(node))
        .containsExactly("cluster.key: is not the key of cluster.certificate");
    Files.writeString(folder.resolve("a.key"), "no key");
    assertThat(Joining.mistakes(node))
        .containsExactly(
            "cluster.key: "
                + folder.resolve("a.key")
                + " has no private key in PEM that can be read");
  }
}
