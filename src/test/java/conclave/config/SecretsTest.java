package conclave.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  @TempDir private Path folder;
  private Loading loading;

  @BeforeEach
  void start() {
    loading = new Loading(folder);
  }

  @Test
  void aSecretIsATextOrAFile() {
    loading.write("password", "hunter2\n");
    loading.write("spaces", " a b \r\n");
    assertThat(password(loading.text("store: {password: hunter2}\n"))).contains("hunter2");
    assertThat(password(loading.text("store: {password: {file: password}}\n"))).contains("hunter2");
    assertThat(password(loading.text("store: {password: {file: spaces}}\n"))).contains(" a b ");
    assertThat(password(loading.text("store: {password: 007}\n"))).contains("007");
    assertThat(password(loading.text("store: {password: }\n"))).isEmpty();
  }

  @Test
  void aSecretOfTheEnvironmentIsTakenAsItIs() {
    Path file = loading.write("password", "hunter2");
    for (String text : new String[] {"'quoted'", "{brace", "{a: b}", "none", "#x"}) {
      assertThat(password(Loading.env(Map.of("CONCLAVE_STORE_PASSWORD", text)))).contains(text);
    }
    assertThat(password(Loading.sets("store.password={file: " + file + "}"))).contains("hunter2");
  }

  @Test
  void aGatewayHasAllThreeAndEachNameIsOfOne() {
    String web = "{name: web, password: hunter2, from: [192.0.2.7, 'fd00::/8']}";
    Config config = loading.configOf("server: {webirc: [" + web + "]}\n");
    GatewayConfig gateway = config.server().webirc().get(0);
    assertThat(gateway.password().reveal()).isEqualTo("hunter2");
    assertThat(gateway.isAt("fd00::1")).isTrue();
    assertThat(gateway.isAt("192.0.2.8")).isFalse();
    assertThat(loading.mistakesOf("server: {webirc: [" + web + ", " + web + "]}\n"))
        .containsExactly("c.yaml:1: server.webirc: \"web\" is listed twice");
    assertThat(loading.mistakesOf("server: {webirc: [{name: web, from: [here]}]}\n"))
        .containsExactly(
            "c.yaml:1: server.webirc: \"here\" is not an address or a network, such as 192.0.2.7 or"
                + " 2001:db8::/32");
    assertThat(loading.mistakesOf("server: {webirc: [{name: web, from: ['::1']}]}\n"))
        .containsExactly(
            "c.yaml:1: server.webirc: (secret) is not {name: NAME, password: SECRET, from: [NETWORK,"
                + " ...]}, all of them given");
  }

  @Test
  void noConfigShowsASecret() {
    Config config = loading.configOf("store: {password: hunter2}\n");
    assertThat(config.toString()).contains("(secret)").doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "store: {password: [hunter2]}\n",
        "store: {password: {fiel: hunter2}}\n",
        "store: {pasword: hunter2}\n",
        "store: {password: *hunter2}\n",
        "store: {password: !hunter2}\n",
        "store: {password: @hunter2}\n",
        "store: {password: hunter2\n",
        "store: hunter2\n",
        "server: {webirc: hunter2}\n",
        "server: {webirc: {name: web, pasword: hunter2}}\n",
        "server: {webirc: [hunter2]}\n",
        "server: {webirc: [{name: web, password: hunter2, from: []}]}\n",
        "server: {webirc: [{name: web, password: [hunter2], from: ['::1']}]}\n",
        "server: {webirc: [{name: web, pasword: hunter2, from: ['::1']}]}\n",
        "store: {url: 'postgresql://u:hunter2@h/d'}\n",
        "store: {url: 'postgresql://u:hunt@hunter2@h/d'}\n"
      })
  void noMistakeShowsASecret(String yaml) {
    assertThat(loading.mistakesOf(yaml))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).doesNotContain("hunter2"));
  }

  @Test
  void aSecretsFileMustBeThereAndHoldSomething() {
    loading.write("empty", "\n");
    assertThat(loading.mistakesOf("store:\n  password: {file: absent}\n"))
        .containsExactly(
            "c.yaml:2: store.password: {file: absent} is not a text, or {file: PATH} with a file"
                + " that can be read and is not empty");
    assertThat(loading.mistakesOf("store: {password: {file: empty}}\n")).hasSize(1);
    assertThat(loading.mistakesOf("store: {password: {file: .}}\n")).hasSize(1);
    assertThat(loading.mistakesOf("store: {password: {file: }}\n")).hasSize(1);
  }

  private static Optional<String> password(LoadResult result) {
    return Loading.good(result).store().password().map(Secret::reveal);
  }
}
