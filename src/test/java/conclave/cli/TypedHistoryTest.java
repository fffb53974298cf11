package conclave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jline.reader.History;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;

class TypedHistoryTest {
  @Test
  void aSecretThatWasTypedIsNotRemembered() throws IOException {
    try (Terminal terminal =
        new DumbTerminal(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream())) {
      TypedHistory history = new TypedHistory();
      LineReaderBuilder.builder().terminal(terminal).history(history).build();

      history.add("hello");
      history.add("/password");
      history.add("/PASS secret");
      history.add("/msg NickServ IDENTIFY secret");
      history.add(" with a space before it");

      assertThat(history).extracting(History.Entry::line).containsExactly("hello");
    }
  }
}
