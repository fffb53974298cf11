package conclave.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import conclave.account.AccountRole;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What fails for no fault of who asked is logged with the connection that asked. */
class FailedCommandTest {
  @Test
  void theLogNamesTheConnection() throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger(Commands.class);
    ListAppender<ILoggingEvent> entries = new ListAppender<>();
    entries.start();
    logger.addAppender(entries);
    try (LiveConnection live = new LiveConnection()) {
      live.on(open -> open.registration().ranked(AccountRole.ADMIN));
      live.says("REHASH");
      live.hears("UNAVAILABLE");
      assertThat(entries.list).hasSize(1);
      assertThat(entries.list.get(0).getFormattedMessage()).isEqualTo("Rehash failed");
      assertThat(entries.list.get(0).getKeyValuePairs())
          .extracting(pair -> pair.key + " " + pair.value)
          .containsExactly("connection c1");
    } finally {
      logger.detachAppender(entries);
    }
  }
}
