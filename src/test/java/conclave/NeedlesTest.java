package conclave;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.cli.Logging;
import conclave.config.LogConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** That a secret in a log would be found. */
class NeedlesTest {
  private static final Logger LOG = LoggerFactory.getLogger(NeedlesTest.class);

  @AfterEach
  void quietAgain() {
    Logging.configure(LogConfig.Level.WARN, LogConfig.Format.TEXT);
  }

  @Test
  void allThatIsLoggedIsSearchedWhateverTheLevelIs() throws IOException {
    LOG.debug("before {}", 1);
    Logging.configure(LogConfig.Level.ERROR, LogConfig.Format.JSON);
    LOG.debug("after {}", 2, new IllegalStateException("with its cause"));
    LOG.info("in words");
    assertThat(Files.readString(NeedlesInLogs.FILE))
        .contains("DEBUG conclave.NeedlesTest: before 1")
        .contains("DEBUG conclave.NeedlesTest: after 2")
        .contains("java.lang.IllegalStateException: with its cause")
        .contains("INFO conclave.NeedlesTest: in words");
  }

  @Test
  void eachIsFoundInALine() {
    assertThat(Needles.ALL)
        .allSatisfy(needle -> assertThat(Needles.in("x" + needle + "y")).containsExactly(needle));
    assertThat(Needles.in("a line without any")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\0", "\0a\0", "\0al\0", "\0ali\0"})
  void eachIsFoundInBase64(String before) {
    for (String needle : Needles.ALL) {
      byte[] message = (before + needle + "!").getBytes(StandardCharsets.UTF_8);
      String line = "AUTHENTICATE " + Base64.getEncoder().encodeToString(message);
      assertThat(Needles.in(line)).containsExactly(needle);
    }
  }
}
