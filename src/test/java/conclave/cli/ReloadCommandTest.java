package conclave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReloadCommandTest {
  private static final String DONE = ":s NOTE REHASH DONE :Done";

  @TempDir Path data;
  private FakeControl server;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void start() throws IOException {
    server = new FakeControl(data);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private int reload() {
    return new CommandLine(new ReloadCommand())
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute("--data", data.toString());
  }

  @Test
  void whatChangedIsPrinted() {
    server.answer("REHASH", ":s 382 * c :Rehashing", ":s NOTE REHASH CHANGED k :k: changed", DONE);
    assertThat(reload()).isZero();
    assertThat(out.toString().lines()).containsExactly("k: changed", "Done");
  }

  @Test
  void mistakesArePrintedAndAreTheCallersToMend() {
    server.answer(
        "REHASH", ":s FAIL REHASH MISTAKE :c:1: a is not b\u0007", ":s FAIL REHASH KEPT :Kept");
    assertThat(reload()).isEqualTo(2);
    assertThat(out.toString().lines()).hasSize(2).first().asString().startsWith("c:1: a is not b");
    assertThat(out.toString()).doesNotContain("\u0007");
  }

  @Test
  void aRefusalIsAFailure() {
    server.answer("REHASH", ":s 481 * :Permission Denied");
    assertThat(reload()).isEqualTo(1);
    assertThat(err.toString()).isEqualTo("conclave: Permission Denied" + System.lineSeparator());
  }

  @Test
  void aServerThatGoesIsAFailure() {
    assertThat(reload()).isEqualTo(1);
    assertThat(err.toString()).contains("the server closed the connection");
  }
}
