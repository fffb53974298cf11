package conclave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.client.FakeServer;
import conclave.client.TestCertificate;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code conclave account --server}: over TLS, with a log-in. */
class RemoteAccountTest {
  @TempDir Path folder;
  private final TestCertificate certificate = TestCertificate.forHost("localhost");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private FakeServer server;

  @BeforeEach
  void start() throws Exception {
    server = new FakeServer(certificate, 0);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void anAdministratorLogsInAndAsks() throws Exception {
    assertThat(disable(FakeServer.PASSWORD, certificate.fingerprint().toString())).isZero();

    assertThat(out.toString()).isEqualTo("bob is disabled." + System.lineSeparator());
    assertThat(server.received).contains("ACCOUNT DISABLE bob");
  }

  @Test
  void aWrongPasswordIsRefused() throws Exception {
    assertThat(disable("wrong", certificate.fingerprint().toString())).isEqualTo(1);

    assertThat(err.toString())
        .isEqualTo(
            "conclave: the server refuses the log-in: SASL authentication failed"
                + System.lineSeparator());
  }

  @Test
  void nothingIsSentToAServerThatIsNotTrusted() throws Exception {
    String other = TestCertificate.forHost("localhost").fingerprint().toString();

    assertThat(disable(FakeServer.PASSWORD, other)).isEqualTo(1);

    assertThat(err.toString()).contains("does not show the pinned certificate");
    assertThat(server.received).isEmpty();
  }

  private int disable(String password, String pin) throws Exception {
    Path file = Files.writeString(folder.resolve("password"), password);
    CommandLine line = new CommandLine(new AccountCommand());
    line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String where = "admin@" + server.address();
    return line.execute(
        "disable", "bob", "--server", where, "--pin", pin, "--password-file", file.toString());
  }
}
