package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code conclave serve}, as an operator meets it. */
class ServeIT {
  @TempDir Path folder;

  @Test
  void itSaysHowToConnectAndEndsWhenItIsTold() {
    try (ServerProcess server =
        ServerProcess.start(folder.resolve("data"), "accounts.registration=invite")) {
      int port = server.door().port();
      Console console = server.console();
      console.await("  any terminal    openssl s_client -quiet -connect [::1]:" + port);
      console.await("  bundled client  ./conclave connect NAME@[::1]:" + port);
      String register = console.await("  /register NAME *-*-*-*");
      try (Peer alice = server.door().greeted()) {
        alice.send(register.strip().replace("NAME", "alice"));
        alice.expect("Choose a password for alice *");
        alice.send(Door.PASSWORD);
        alice.await("Welcome, alice. *");
        isRefused("another Conclave server uses the data folder " + folder.resolve("data"));
        console.terminate();
        alice.expect("Goodbye: The server is shutting down");
        alice.expectClosed();
      }
      // 128 + SIGTERM, which is how the JVM says that it ended as it was told
      assertThat(console.exitCode()).isZero();
      assertThat(console.lines()).last().isEqualTo("conclave: closing");
    }
  }

  @Test
  void anAddressThatIsInUseIsSaid() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, Door.here())) {
      String address = "[::1]:" + taken.getLocalPort();
      isRefused("cannot listen on " + address + ": *in use*", "server.listen=" + address);
    }
  }

  @Test
  void aDataFolderThatIsAFileIsSaid() throws IOException {
    Path file = Files.writeString(folder.resolve("data"), "not a folder");
    isRefused("the data folder " + file + " is not a folder*");
  }

  @Test
  void aCertificateThatIsNoneIsSaid() throws IOException {
    Path certificate = Files.writeString(folder.resolve("chain.pem"), "no certificate");
    Path key = Files.writeString(folder.resolve("key.pem"), "no key");
    isRefused(
        certificate + " and " + key + " are no certificate with its key: *",
        "tls.certificate=" + certificate,
        "tls.key=" + key);
  }

  @Test
  void aKeyOfAnotherCertificateIsSaid() throws IOException {
    try (RunningServer one = RunningServer.start(folder.resolve("one"));
        RunningServer other = RunningServer.start(folder.resolve("other"))) {
      assertThat(one.door().fingerprint()).isNotEqualTo(other.door().fingerprint());
    }
    Path certificate = folder.resolve("one/tls/certificate.pem");
    Path key = folder.resolve("other/tls/key.pem");
    isRefused(
        certificate + " and " + key + " are no certificate with its key: *",
        "tls.certificate=" + certificate,
        "tls.key=" + key);
  }

  @Test
  void everyMistakeOfAConfigurationIsSaidWithItsLine() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("conclave.yaml"),
            """
            server:
              lisen: ["[::1]:0"]
            limits:
              ping: soon
              burst: many
            acounts:
              registration: open
            """);
    try (Console console =
        Console.conclave(
            Map.of(), "serve", "--config", file.toString(), "--data", folder.toString())) {
      assertThat(console.exitCode()).isEqualTo(2);
      assertThat(console.lines())
          .satisfiesExactlyInAnyOrder(
              line -> assertThat(line).startsWith(file + ":2: server.lisen: ").contains("listen"),
              line -> assertThat(line).startsWith(file + ":4: limits.ping: ").contains("soon"),
              line -> assertThat(line).startsWith(file + ":5: limits.burst: ").contains("many"),
              line -> assertThat(line).startsWith(file + ":6: acounts: ").contains("accounts"));
    }
    assertThat(folder.resolve("conclave.db")).doesNotExist();
  }

  /** It must say this, and nothing else, and fail. */
  private void isRefused(String sentence, String... sets) {
    try (Console console = ServerProcess.begin(folder.resolve("data"), sets)) {
      assertThat(console.exitCode()).isEqualTo(1);
      List<String> lines = console.lines();
      assertThat(lines).hasSize(1);
      assertThat(lines.get(0))
          .matches(line -> Peer.matches("conclave: " + sentence, line), "says " + sentence);
    }
  }
}
