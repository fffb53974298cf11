package conclave.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conclave.config.ClusterConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoiningTest {
  @TempDir private Path folder;
  private Nodes nodes;

  @BeforeEach
  void makeKeys() {
    nodes = new Nodes(folder);
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

    Nodes.await(
        a.vertx()
            .eventBus()
            .<String>consumer("who", m -> m.reply(m.body() + ", I am a"))
            .completion());
    assertThat(Nodes.await(b.vertx().eventBus().<String>request("who", "hello")).body())
        .isEqualTo("hello, I am a");

    nodes.stop(b);
    await()
        .untilAsserted(
            () -> assertThat(a.manager().orElseThrow().getNodes()).containsExactly(a.node()));
  }
}
