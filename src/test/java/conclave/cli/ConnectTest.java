package conclave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ConnectTest {
  @ParameterizedTest
  @CsvSource({
    "'',                              [USER@]HOST[:PORT]",
    "alice@host:0,                    is no port",
    "alice@host --pin 12:34,          64 hexadecimal digits",
    "host --ca a.pem --pin 00,        64 hexadecimal digits",
    "alice@host --device a@b,         1 to 32 letters",
    "alice@host --certificate a.pem,  --key",
    "alice@host --certificate a.pem --key b.pem, a.pem",
    "alice@host --password-file none, can't be read: none",
    "alice@desk@host,                 --device names a session",
    "host --unknown,                  --unknown",
  })
  void wrongUsageIsExplainedAndExitsWithTwo(String arguments, String explanation) {
    StringWriter explained = new StringWriter();
    CommandLine line = new CommandLine(new Connect()).setErr(new PrintWriter(explained));

    int code = line.execute(arguments.isEmpty() ? new String[0] : arguments.split(" ", -1));

    assertThat(code).isEqualTo(2);
    assertThat(explained.toString()).contains(explanation);
  }
}
