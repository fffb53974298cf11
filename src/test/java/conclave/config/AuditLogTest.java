package conclave.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code log.audit}: a file of the data folder, another one, or none. */
class AuditLogTest {
  @TempDir private Path folder;

  private Optional<Path> audit(String value) {
    return new Loading(folder).configOf("log: {audit: " + value + "}\n").log().audit();
  }

  @Test
  void byItselfItIsInTheDataFolder() {
    Path data = Path.of("/srv/chat");
    assertThat(ConfigLoader.defaults().log().audit().map(data::resolve))
        .contains(Path.of("/srv/chat/audit/audit.jsonl"));
    assertThat(audit("auto")).isEqualTo(ConfigLoader.defaults().log().audit());
  }

  @Test
  void itIsWhereItIsSaidToBeOrNowhere() {
    assertThat(audit("logs/a")).contains(folder.resolve("logs/a"));
    assertThat(audit("/var/log/a")).contains(Path.of("/var/log/a"));
    assertThat(audit("none")).isEmpty();
  }

  @Test
  void aFolderIsRefused() {
    assertThat(new Loading(folder).mistakesOf("log: {audit: .}\n"))
        .containsExactly("c.yaml:1: log.audit: \".\" is not the path of a file, or none, or auto");
  }
}
