package conclave.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTest {
  @TempDir private Path folder;
  private Loading loading;

  @BeforeEach
  void start() {
    loading = new Loading(folder);
  }

  @Test
  void everyPartOfTheFileArrives() {
    Config config =
        loading.configOf(
            """
            server: {name: chat.example.org, listen: ["[2001:db8::1]:6697", "192.0.2.1:6697"]}
            accounts: {registration: open, nick-is-account: false}
            limits:
              send-queue: 256KiB
              ping: 2m
              hash-threads: 3
            operators:
              - {account: alice, role: admin}
              - {account: bob, role: admin}
            log: {level: debug}
            """);
    assertThat(config.server().name()).isEqualTo("chat.example.org");
    assertThat(config.server().listen())
        .containsExactly(new Endpoint("2001:db8::1", 6697), new Endpoint("192.0.2.1", 6697));
    assertThat(config.accounts())
        .isEqualTo(
            new AccountsConfig(
                AccountsConfig.Registration.OPEN,
                AccountsConfig.Login.REQUIRED,
                600_000,
                false,
                50,
                Duration.ofDays(30),
                Duration.ofMinutes(10),
                Duration.ofDays(7),
                Optional.of(Duration.ofSeconds(90)),
                AccountsConfig.AlwaysOn.OPT_IN));
    assertThat(config.limits().sendQueueBytes()).isEqualTo(256 * 1024);
    assertThat(config.limits().ping()).isEqualTo(Duration.ofMinutes(2));
    assertThat(config.limits().hashThreads()).isEqualTo(3);
    assertThat(config.operators())
        .containsExactly(
            new OperatorConfig("alice", OperatorConfig.Role.ADMIN),
            new OperatorConfig("bob", OperatorConfig.Role.ADMIN));
    assertThat(config.log().level()).isEqualTo(LogConfig.Level.DEBUG);
  }

  @Test
  void anEmptyFileAndEmptySectionsGiveTheDefaults() {
    assertThat(loading.configOf("")).isEqualTo(ConfigLoader.defaults());
    assertThat(loading.configOf("# nothing yet\n")).isEqualTo(ConfigLoader.defaults());
    assertThat(loading.configOf("server:\nlimits:\n")).isEqualTo(ConfigLoader.defaults());
  }

  @Test
  void aMisspeltKeyIsRefusedWithASuggestion() {
    assertThat(loading.mistakesOf("server:\n  name: a.b\n  lsiten: []\n"))
        .containsExactly("c.yaml:3: server.lsiten: unknown key; did you mean server.listen?");
  }

  @Test
  void aMisspeltSectionIsRefusedWithASuggestion() {
    assertThat(loading.mistakesOf("limit:\n  burst: 3\n"))
        .containsExactly("c.yaml:1: limit: unknown section; did you mean limits?");
  }

  @Test
  void aKeyInTheWrongSectionIsShownTheRightOne() {
    assertThat(loading.mistakesOf("server: {burst: 3}\nlisten: []\n"))
        .containsExactly(
            "c.yaml:1: server.burst: unknown key; did you mean limits.burst?",
            "c.yaml:2: listen: unknown section; did you mean server.listen?");
  }

  @Test
  void anUnknownNameThatIsNearToNothingIsShownWhatThereIs() {
    assertThat(loading.mistakesOf("log: {kangaroo: 1}\nkangaroo: 1\n"))
        .containsExactly(
            "c.yaml:1: log.kangaroo: unknown key; log has level, format, audit",
            "c.yaml:2: kangaroo: unknown section; the sections are server, tls, accounts, rooms,"
                + " history, store, cluster, status, limits, operators, log");
  }

  @Test
  void keysOfLaterReleasesAreUnknown() {
    assertThat(loading.mistakesOf("federation: {enabled: true}\nlog: {journal: x}\n")).hasSize(2);
  }

  @Test
  void duplicateKeysAndSectionsAreRefusedAtTheSecond() {
    assertThat(loading.mistakesOf("log:\n  level: info\n  level: warn\nlog: {format: json}\n"))
        .containsExactly(
            "c.yaml:3: log.level: given twice, first at c.yaml:2",
            "c.yaml:4: log: given twice, first at c.yaml:1");
  }

  @Test
  void wrongTypesAreRefused() {
    assertThat(
            loading.mistakesOf(
                """
                server:
                  name: [a, b]
                  listen: "[::]:6697"
                  ipv6-only: yes
                limits:
                  burst: lots
                  connections: "5"
                  ping:
                log: text
                rooms: {default: [{a: b}]}
                """))
        .containsExactly(
            "c.yaml:2: server.name: [\"a\", \"b\"] is not a host name with a dot, of at most 63"
                + " characters",
            "c.yaml:3: server.listen: \"[::]:6697\" is not a list of which each item is an address"
                + " with a port, such as [::]:6697",
            "c.yaml:4: server.ipv6-only: \"yes\" is not true or false",
            "c.yaml:6: limits.burst: \"lots\" is not a whole number from 1 to 1000000",
            "c.yaml:7: limits.connections: \"5\" is not a whole number from 1 to 10000000, without"
                + " quotes",
            "c.yaml:8: limits.ping: (nothing) is not a time from 100ms to 1d (ms, s, m, h, d)",
            "c.yaml:9: log: a section holds keys and their values",
            "c.yaml:10: rooms.default: {a: \"b\"} is not a room name, which begins with # and has no"
                + " space, comma or control character");
  }

  @Test
  void listsNameTheLineOfTheWrongItem() {
    assertThat(
            loading.mistakesOf(
                """
                server:
                  listen:
                    - "[::]:6697"
                    - "::1:6697"
                operators:
                  - account: alice
                    role: admn
                  - {account: bob}
                  - {account: carol, role: admin, rank: 3}
                """))
        .containsExactly(
            "c.yaml:4: server.listen: \"::1:6697\" is not an address with a port, such as"
                + " [::]:6697",
            "c.yaml:7: operators: \"admn\" is not one of operator, admin",
            "c.yaml:8: operators: {account: \"bob\"} is not {account: NAME, role: ROLE} with a role"
                + " that is one of operator, admin",
            "c.yaml:9: operators: \"rank\" is not account or role");
  }

  @Test
  void whatIsNotYamlIsRefusedWithItsLine() {
    assertThat(loading.mistakesOf("server:\n  name: a.b\n listen: []\n"))
        .singleElement()
        .asString()
        .startsWith("c.yaml:3: not YAML: ");
    assertThat(loading.mistakesOf("server:\n  listen: [::]:6697\n"))
        .containsExactly(
            "c.yaml:2: not YAML: expected the node content, but found ':' (a value that begins with"
                + " [ # : or * needs quotes)");
    assertThat(loading.mistakesOf("log:\n  level: info\n  format: \u0007text\n"))
        .containsExactly("c.yaml:3: not YAML: a control character, or nested too deeply");
    assertThat(loading.mistakesOf("just words\n"))
        .containsExactly("c.yaml:1: a configuration is sections with keys in them");
    assertThat(loading.mistakesOf("log: {level: !x info}\n"))
        .containsExactly("c.yaml:1: tags (!name) are not used here");
    assertThat(loading.mistakesOf("[".repeat(100_000)))
        .singleElement()
        .asString()
        .contains("not YAML");
  }

  @Test
  void aFileThatCannotBeReadIsOneMistake() throws IOException {
    assertThat(loading.lines(load(folder.resolve("absent.yaml"))))
        .containsExactly(folder.resolve("absent.yaml") + ": there is no such file");
    assertThat(loading.lines(load(folder))).containsExactly(folder + ": cannot be read");
    Files.write(loading.file(), new byte[] {'a', (byte) 0xff});
    assertThat(loading.lines(load(loading.file()))).containsExactly("c.yaml: not UTF-8");
    Files.write(loading.file(), new byte[(1 << 20) + 1]);
    assertThat(loading.lines(load(loading.file()))).containsExactly("c.yaml: larger than 1 MiB");
  }

  @Test
  void relativePathsStartFromTheFoldersOfTheFile() {
    Path motd = loading.write("motd.txt", "hello");
    Path cert = loading.write("cert.pem", "x");
    Path key = loading.write("key.pem", "x");
    Config config =
        loading.configOf(
            "server: {motd: motd.txt}\ntls: {certificate: cert.pem, key: " + key + "}\n");
    assertThat(config.server().motd()).contains(motd);
    assertThat(config.tls().certificate()).contains(cert);
    assertThat(config.tls().key()).contains(key);
  }

  @Test
  void filesThatAreNotThereAreRefused() {
    assertThat(
            loading.mistakesOf("server: {motd: absent}\ntls: {certificate: ., key: \"k\\0k\"}\n"))
        .containsExactly(
            "c.yaml:1: server.motd: \"absent\" is not a file that can be read, or none",
            "c.yaml:2: tls.certificate: \".\" is not a file that can be read, or none",
            "c.yaml:2: tls.key: \"k k\" is not a file that can be read, or none");
  }

  private static LoadResult load(Path file) {
    return ConfigLoader.load(Optional.of(file), Map.of(), List.of());
  }
}
