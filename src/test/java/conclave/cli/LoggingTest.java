package conclave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.bus.LogKey;
import conclave.config.LogConfig;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the log looks like, and that it names the connection that has caused an entry. */
class LoggingTest {
  private final Logger log = LoggerFactory.getLogger(LoggingTest.class);
  private final PrintStream before = System.err;

  @AfterEach
  void asBefore() {
    System.setErr(before);
    Logging.configure(LogConfig.Level.WARN, LogConfig.Format.TEXT);
  }

  private String logged(LogConfig.Format format, Runnable entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    Logging.configure(LogConfig.Level.INFO, format);
    entry.run();
    System.setErr(before);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private void ofAConnection() {
    log.atWarn().addKeyValue(LogKey.CONNECTION, "n1-2").log("{} failed", "Join");
  }

  @Test
  void aLineOfTextEndsWithTheConnection() {
    assertThat(logged(LogConfig.Format.TEXT, this::ofAConnection).strip())
        .matches("\\S+T\\S+ WARN  LoggingTest: Join failed connection=n1-2");
  }

  @Test
  void whatNoConnectionHasCausedNamesNone() {
    assertThat(logged(LogConfig.Format.TEXT, () -> log.info("no room left")).strip())
        .endsWith(" INFO  LoggingTest: no room left");
  }

  @Test
  void anObjectOfJsonHasTheSentenceAndTheConnection() {
    String text = logged(LogConfig.Format.JSON, this::ofAConnection);
    assertThat(text.lines()).hasSize(1);
    JsonObject json = new JsonObject(text);
    assertThat(json.getString("level")).isEqualTo("WARN");
    assertThat(json.getString("loggerName")).isEqualTo("conclave.cli.LoggingTest");
    assertThat(json.getString("formattedMessage")).isEqualTo("Join failed");
    assertThat(json.getLong("timestamp")).isPositive();
    assertThat(json.getJsonArray("kvpList").getJsonObject(0).getString("connection"))
        .isEqualTo("n1-2");
    assertThat(json.containsKey("context")).isFalse();
  }
}
