package conclave.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code store.key}: a file that need not be there yet. */
class KeyFileTest {
  @TempDir private Path folder;
  private Loading loading;

  @BeforeEach
  void start() {
    loading = new Loading(folder);
  }

  private Optional<Path> key(String yaml) {
    return loading.configOf("store: {key: " + yaml + "}\n").store().key();
  }

  @Test
  void itIsAPathOrAFile() {
    assertThat(key("keys/k")).contains(folder.resolve("keys/k"));
    assertThat(key("{file: k}")).contains(folder.resolve("k"));
    assertThat(key("/etc/k")).contains(Path.of("/etc/k"));
  }

  @Test
  void noneIsTheDataFoldersOwn() {
    assertThat(key("none")).isEmpty();
    assertThat(key("")).isEmpty();
    assertThat(ConfigLoader.defaults().store().key()).isEmpty();
  }

  @Test
  void theEnvironmentMayNameIt() {
    Config plain = Loading.good(Loading.env(Map.of("CONCLAVE_STORE_KEY", "/etc/k")));
    assertThat(plain.store().key()).contains(Path.of("/etc/k"));
    Config file = Loading.good(Loading.sets("store.key={file: /etc/k}"));
    assertThat(file.store().key()).contains(Path.of("/etc/k"));
  }

  @Test
  void aFolderOrAnythingElseIsRefused() {
    assertThat(loading.mistakesOf("store: {key: .}\n"))
        .containsExactly(
            "c.yaml:1: store.key: \".\" is not the path of a file, {file: PATH} with it, or none");
    assertThat(loading.mistakesOf("store: {key: [a]}\n")).hasSize(1);
    assertThat(loading.mistakesOf("store: {key: {path: a}}\n")).hasSize(1);
  }
}
