package conclave.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunningTest {
  private static Config with(String... sets) {
    return Loading.good(Loading.sets(sets));
  }

  @Test
  void theSameIsNoDifference() {
    Running running = new Running(with("server.password=sesame", "server.webirc=[]"));
    assertThat(running.difference(with("server.password=sesame")))
        .isEqualTo(new Running.Difference(List.of(), List.of()));
  }

  @Test
  void whatDiffersIsNamedByItsKeyInTheOrderOfTheSchema() {
    Running running = new Running(with("server.password=sesame"));
    Running.Difference difference =
        running.difference(
            with(
                "limits.ping=7s",
                "server.password=other",
                "limits.store-queue=1000",
                "server.name=other.example"));
    assertThat(difference.live()).containsExactly("server.password", "limits.ping");
    assertThat(difference.fixed()).containsExactly("server.name", "limits.store-queue");
    assertThat(difference.toString()).doesNotContain("other", "sesame");
  }

  @Test
  void whatNeedsARestartStaysAndIsNamedAgain() {
    Running running = new Running(with());
    Config next = with("server.name=other.example", "limits.ping=7s");
    running.become(running.reachable(next));
    assertThat(running.limits().ping()).hasSeconds(7);
    assertThat(running.server().name()).isEqualTo("conclave.local");
    assertThat(running.difference(next).live()).isEmpty();
    assertThat(running.difference(next).fixed()).containsExactly("server.name");
  }

  @Test
  void passwordsOfGatewaysAreCompared() {
    Running running =
        new Running(with("server.webirc=[{name: a, password: b, from: [192.0.2.7]}]"));
    Config next = with("server.webirc=[{name: a, password: c, from: [192.0.2.7]}]");
    assertThat(running.difference(next).live()).containsExactly("server.webirc");
  }
}
