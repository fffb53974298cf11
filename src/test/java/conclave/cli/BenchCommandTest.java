package conclave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What is no measurement is said in a sentence, before anything is started. */
class BenchCommandTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | Missing required subcommand",
        "fan-out --clients 1 | --clients is 2 to 1048576",
        "fan-out --clients 5 --senders 6 | --senders is 1 to --clients",
        "fan-out --payload 10 | --payload is 39 to 350 bytes",
        "fan-out --rate 0 | --rate is above 0, and at most 1000000 messages a second",
        "fan-out --window 0 | --window is 1 to 10000",
        "fan-out --duration 0 | --duration is above 0 seconds",
        "fan-out --warmup -1 | --warmup is 0 seconds or more",
        "fan-out --patience 0 | --patience is above 0 seconds",
        "fan-out --repeat 0 | --repeat is 1 to 1000",
        "fan-out --at-once 0 | --at-once is 1 to 4096",
        "fan-out --window 1 --rate 1 | Error: --window=N, --rate=N are mutually exclusive (specify"
            + " only one)",
        "rooms --clients 10 --rooms 6 | --rooms is 1 to half of --clients",
        "connect --clients 0 | --clients is 1 to 1048576",
        "idle --seconds 0 | --seconds is 1 to 86400",
        "cluster | a cluster has several servers: give --server for each",
        "rooms --pid 1 | --pid, --pin, --ca, --insecure, --plaintext and --account are of use with"
            + " --server only",
        "rooms --server [::1]:1 --insecure --account b%d | a password is sent to no server that"
            + " could be another: give --pin or --ca",
        "rooms --server nowhere: | Invalid value for option '--server' (HOST[:PORT]): \":\" is no port: give :1 to"
            + " :65535 after the host",
      })
  void aMistakeIsSaid(String arguments, String sentence) {
    StringWriter err = new StringWriter();
    CommandLine command = new CommandLine(new BenchCommand()).setErr(new PrintWriter(err));
    int code = command.execute(arguments.isEmpty() ? new String[0] : arguments.split(" "));
    assertThat(code).isEqualTo(2);
    assertThat(err.toString().lines().findFirst().orElse("")).startsWith(sentence);
  }
}
