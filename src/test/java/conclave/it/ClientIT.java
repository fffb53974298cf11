package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.Needles;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code conclave connect}, on a pipe. */
class ClientIT {
  @TempDir static Path folder;
  private static RunningServer server;
  private static String firstCode;

  @BeforeAll
  static void start() {
    server = RunningServer.start(folder.resolve("data"));
    firstCode = server.firstCode().orElseThrow();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void whatIsTypedIsSaidAndWhatIsSaidIsShown() {
    server.door().account("alice");
    try (Peer bob = server.door().newPlain("bob");
        Console alice = connect("alice", Door.PASSWORD, "--pin", server.door().fingerprint())) {
      bob.send("/join lobby");
      bob.await("In #lobby: *");
      alice.await("*#lobby*bob*");
      alice.type("hello from a pipe");
      bob.await("[*] #lobby alice: hello from a pipe");
      bob.send("hello to a pipe");
      alice.await("*bob: hello to a pipe");
      alice.type("/topic Pipes");
      bob.await("[*] #lobby alice set the topic: Pipes");
      alice.type("/numbers on");
      alice.type("/verify");
      alice.await("-- #lobby: complete and unaltered to #*");
      bob.send("the next one");
      alice.await("#* [*] #lobby bob: the next one");
      alice.typeEnd();
      bob.await("[*] alice quit (*)");
      assertThat(alice.exitCode()).isZero();
    }
  }

  @Test
  void anotherCertificateIsRefused() {
    server.door().account("carol");
    String other = server.door().fingerprint().replaceAll("[0-4]", "7").replaceAll("[5-9]", "1");
    try (Console carol = connect("carol", Door.PASSWORD, "--pin", other)) {
      assertThat(carol.exitCode()).isEqualTo(1);
      assertThat(carol.lines()).isNotEmpty().noneMatch(line -> line.contains("You are carol"));
    }
  }

  @Test
  void aWrongPasswordIsRefused() {
    server.door().account("dave");
    String pin = server.door().fingerprint();
    try (Console dave = connect("dave", Needles.WRONG_PASSWORD, "--pin", pin)) {
      dave.await("! The server refuses the log-in: the name or the password is wrong. *");
      assertThat(dave.exitCode()).isEqualTo(1);
    }
  }

  @Test
  void anAccountIsMadeWithACode() {
    String pin = server.door().fingerprint();
    try (Console erin =
        connect("erin", Door.PASSWORD, "--pin", pin, "--register", "--invite", firstCode)) {
      erin.await("-- The account erin is yours, an administrator's.");
      erin.await("-- You are erin.");
      erin.type("/quit");
      assertThat(erin.exitCode()).isZero();
    }
    server.door().plain("erin").hangUp();
  }

  private static Console connect(String who, String password, String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "connect";
    arguments[1] = who + "@[::1]:" + server.door().port();
    System.arraycopy(options, 0, arguments, 2, options.length);
    String home = folder.resolve("home").toString();
    return Console.conclave(
        Map.of("CONCLAVE_PASSWORD", password, "HOME", home, "XDG_CONFIG_HOME", home), arguments);
  }
}
