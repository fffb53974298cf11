package conclave.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;

class AnnouncementTest {
  @Test
  void whatIsAnnouncedToAllIsToldAndOpensNoConversation() {
    Interpreter interpreter = new Interpreter(Clock.systemUTC());
    assertThat(interpreter.on(IrcLine.parse(":boss!web@irc.example NOTICE $* :We close at six")))
        .contains(new Event.Told("boss to all: We close at six"));
  }
}
