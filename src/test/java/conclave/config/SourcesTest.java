package conclave.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
  @TempDir private Path folder;

  @Test
  void eachSourceOverridesTheOneBefore() {
    Path file =
        new Loading(folder)
            .write("c.yaml", "limits: {burst: 2, connections: 2, list-entries: 2}\n");
    LimitsConfig limits =
        Loading.good(
                ConfigLoader.load(
                    Optional.of(file),
                    Map.of("CONCLAVE_LIMITS_BURST", "3", "CONCLAVE_LIMITS_CONNECTIONS", "3"),
                    List.of("limits.burst=4", "limits.burst=5")))
            .limits();
    assertThat(limits.linesPerSecond()).isEqualTo(5);
    assertThat(limits.listEntries()).isEqualTo(2);
    assertThat(limits.connections()).isEqualTo(3);
    assertThat(limits.burst()).isEqualTo(5);
  }

  @Test
  void everyKeyHasItsVariable() {
    for (Key<?> key : Schema.KEYS) {
      Map<String, String> env = Map.of(key.variable(), key.fallback());
      assertThat(Loading.good(Loading.env(env))).isEqualTo(ConfigLoader.defaults());
    }
    assertThat(Schema.LINES_PER_SECOND.variable()).isEqualTo("CONCLAVE_LIMITS_LINES_PER_SECOND");
    assertThat(Schema.CONNECTIONS_PER_64.variable())
        .isEqualTo("CONCLAVE_LIMITS_CONNECTIONS_PER_64");
    assertThat(Schema.OPERATORS.variable()).isEqualTo("CONCLAVE_OPERATORS");
  }

  @Test
  void listsOfTheEnvironmentHaveCommas() {
    Map<String, String> env =
        Map.of(
            "CONCLAVE_SERVER_LISTEN", "[::]:6697, 127.0.0.1:7000",
            "CONCLAVE_ROOMS_DEFAULT", "#lobby,#help",
            "CONCLAVE_OPERATORS", "[{account: alice, role: admin}]");
    Config config = Loading.good(Loading.env(env));
    assertThat(config.server().listen())
        .containsExactly(new Endpoint("::", 6697), new Endpoint("127.0.0.1", 7000));
    assertThat(config.rooms().defaults()).containsExactly("#lobby", "#help");
    assertThat(config.operators())
        .containsExactly(new OperatorConfig("alice", OperatorConfig.Role.ADMIN));
  }

  @Test
  void anEmptyVariableIsAnEmptyListOrNone() {
    Map<String, String> env = Map.of("CONCLAVE_ROOMS_DEFAULT", "", "CONCLAVE_STATUS_LISTEN", "");
    Config config = Loading.good(Loading.env(env));
    assertThat(config.rooms().defaults()).isEmpty();
    assertThat(config.status().listen()).isEmpty();
  }

  @Test
  void unknownVariablesOfAKnownSectionAreRefusedWithASuggestion() {
    Map<String, String> env =
        Map.of(
            "CONCLAVE_LIMITS_BRUST", "1",
            "CONCLAVE_LIMIT_BURST", "1",
            "CONCLAVE_STORE_KANGAROO", "1",
            "CONCLAVE_SERVER", "1");
    assertThat(Loading.mistakes(Loading.env(env)))
        .containsExactly(
            "environment CONCLAVE_LIMITS_BRUST: unknown variable; did you mean"
                + " CONCLAVE_LIMITS_BURST?",
            "environment CONCLAVE_LIMIT_BURST: unknown variable; did you mean"
                + " CONCLAVE_LIMITS_BURST?",
            "environment CONCLAVE_SERVER: unknown variable",
            "environment CONCLAVE_STORE_KANGAROO: unknown variable");
  }

  @Test
  void otherVariablesAreNotOurs() {
    Map<String, String> env =
        Map.of("CONCLAVE_JAVA_OPTS", "-Xmx1g", "PATH", "/bin", "CONCLAVE_PORT_80", "x");
    assertThat(Loading.good(Loading.env(env))).isEqualTo(ConfigLoader.defaults());
  }

  @Test
  void aMistakeOfTheEnvironmentNamesTheVariable() {
    assertThat(Loading.env(Map.of("CONCLAVE_LIMITS_BURST", "0")).mistakes())
        .containsExactly(
            new Mistake(
                "environment CONCLAVE_LIMITS_BURST",
                "limits.burst",
                "\"0\"",
                "a whole number from 1 to 1000000"));
  }

  @Test
  void setTakesListsAsYamlOrAsText() {
    Endpoint any = new Endpoint("::", 7000);
    Endpoint here = new Endpoint("::1", 7001);
    assertThat(listen("[\"[::]:7000\"]")).containsExactly(any);
    assertThat(listen("[::]:7000")).containsExactly(any);
    assertThat(listen("[::]:7000,[::1]:7001")).containsExactly(any, here);
    assertThat(listen("[\"[::]:7000\", '[::1]:7001']")).containsExactly(any, here);
    Config config =
        Loading.good(
            Loading.sets(
                "rooms.default=#a",
                "server.name='x.example'",
                "server.network=\"Two\"",
                "operators=[{account: bob, role: admin}]"));
    assertThat(config.rooms().defaults()).containsExactly("#a");
    assertThat(config.server().name()).isEqualTo("x.example");
    assertThat(config.server().network()).isEqualTo("Two");
    assertThat(config.operators()).hasSize(1);
  }

  @Test
  void mistakesInSetAreRefused() {
    assertThat(
            Loading.mistakes(
                Loading.sets(
                    "limits.burst",
                    "limits.brust=3",
                    "limit.burst=3",
                    "burst=3",
                    "store.password hunter2",
                    "server.listen=[::]",
                    "limits.ping=5")))
        .containsExactly(
            "--set: limits.burst: write SECTION.KEY=VALUE",
            "--set: limits.brust: unknown key; did you mean limits.burst?",
            "--set: limit.burst: unknown key; did you mean limits.burst?",
            "--set: burst: unknown section; did you mean limits.burst?",
            "--set: store.password: write SECTION.KEY=VALUE",
            "--set: server.listen: \"[::]\" is not an address with a port, such as [::]:6697",
            "--set: limits.ping: \"5\" is not a time from 100ms to 1d (ms, s, m, h, d)");
  }

  @Test
  void mistakesOfAllSourcesComeTogether() {
    Path file = new Loading(folder).write("c.yaml", "log: {level: loud}\nsrever: {}\n");
    LoadResult result =
        ConfigLoader.load(
            Optional.of(file),
            Map.of("CONCLAVE_LOG_FORMAT", "xml"),
            List.of("server.listen=", "x=1"));
    assertThat(result.config()).isEmpty();
    assertThat(result.mistakes())
        .extracting(Mistake::key)
        .containsExactly("log.level", "srever", "log.format", "x", "server.listen");
  }

  private static List<Endpoint> listen(String text) {
    return Loading.good(Loading.sets("server.listen=" + text)).server().listen();
  }
}
