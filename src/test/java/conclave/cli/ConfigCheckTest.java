package conclave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ConfigCheckTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void aGoodFileIsSaidToBeGood(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("c.yaml"), "log: {level: warn}\n");
    assertThat(check(Map.of(), file.toString())).isZero();
    assertThat(out).hasToString(file + ": good" + System.lineSeparator());
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void eachMistakeHasItsLineOnStandardError(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("c.yaml"), "log: {levle: warn}\nx: 1\n");
    assertThat(check(Map.of("CONCLAVE_LIMITS_BURST", "none"), file.toString())).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines())
        .hasSize(3)
        .first()
        .isEqualTo(file + ":1: log.levle: unknown key; did you mean log.level?");
  }

  @Test
  void withoutAFileTheEnvironmentIsChecked() {
    assertThat(check(Map.of())).isZero();
    assertThat(out).hasToString("defaults and environment: good" + System.lineSeparator());
    assertThat(check(Map.of("CONCLAVE_LOG_LEVEL", "loud"))).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("environment CONCLAVE_LOG_LEVEL: log.level: \"loud\" is not one of error");
  }

  @Test
  void configNeedsASubcommand() {
    CommandLine config = new CommandLine(new ConfigCommand());
    config.setErr(new PrintWriter(err));
    assertThat(config.execute()).isEqualTo(2);
    assertThat(err.toString()).contains("check");
    assertThat(config.getSubcommands()).containsKey("check");
  }

  private int check(Map<String, String> env, String... args) {
    return new CommandLine(new ConfigCheck(env))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }
}
