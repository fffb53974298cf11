package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.Needles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people at {@code openssl s_client}, with nothing else. */
class OpenSslIT {
  @TempDir Path data;

  @BeforeAll
  static void needsOpenSsl() {
    Installed.orSkip("openssl");
  }

  @Test
  void twoPeopleTalkAndFindTheirTalkAgain() {
    try (ServerProcess server = ServerProcess.start(data);
        Console alice = connect(server.door());
        Console bob = connect(server.door())) {
      register(alice, "alice");
      register(bob, "bob");
      alice.type("/join lobby").await("In #lobby: alice");
      bob.type("/join lobby").await("In #lobby: alice bob");
      alice.await("[*:*:*] #lobby bob came in");
      // these begin with what s_client would take for its own commands
      for (String line : List.of("Quite so?", "Really!", "kind of")) {
        bob.type(line);
        assertThat(bob.await("[*] #lobby bob: *")).matches(saidBy("bob", line));
        assertThat(alice.await("[*] #lobby bob: *")).matches(saidBy("bob", line));
      }
      alice.type("See you").await("[*] #lobby alice: See you");
      bob.await("[*] #lobby alice: See you");
      server.console().terminate();
      alice.await("Goodbye: The server is shutting down");
      bob.await("Goodbye: The server is shutting down");
      assertThat(server.console().exitCode()).isZero();
    }
    try (ServerProcess server = ServerProcess.start(data);
        Console alice = connect(server.door())) {
      alice.await("NOTICE * :Conclave on *");
      alice.type("/login alice").await("The password of alice *");
      alice.type(Door.PASSWORD).await("Welcome, alice. *");
      alice.type("/join lobby").await("--- now");
      alice.type("/history").await("--- #lobby, since *");
      for (String text : List.of("bob: Quite so?", "bob: Really!", "bob: kind of")) {
        alice.await("[*:*:*] #lobby " + text);
      }
      alice.await("[*:*:*] #lobby alice: See you");
      alice.type("/quit").await("Goodbye: Quit");
    }
  }

  @Test
  void aCertificateLogsInWithoutAPassword(@TempDir Path folder) {
    ClientFiles files = ClientFiles.make(folder, "alice");
    ClientFiles others = ClientFiles.make(folder, "mallory");
    try (ServerProcess server = ServerProcess.start(data)) {
      String code;
      try (Console alice = connect(server.door())) {
        register(alice, "alice");
        code = alice.type("/code").await("*once: /login alice *").replaceAll(".* ", "");
      }
      try (Console alice = connect(server.door(), files)) {
        alice.type("/login").await("! You have shown no certificate*");
        alice.type("/login alice " + code).await("Welcome, alice. *");
        alice.type("/cert add").await("That certificate logs you in from now on.");
      }
      try (Console alice = connect(server.door(), files)) {
        alice.type("/login").await("Welcome, alice. *");
        alice.type("/join lobby").await("In #lobby: alice");
        alice.type("No password at all").await("[*] #lobby alice: No password at all");
      }
      for (Console stranger : List.of(connect(server.door()), connect(server.door(), others))) {
        try (stranger) {
          stranger.type("/login").await("! You have shown no certificate*");
          stranger.type("/login alice").await("The password of alice *");
          stranger.type(Needles.WRONG_PASSWORD).await("! *");
          stranger.type("/join lobby").await("! *");
          assertThat(stranger.lines()).noneMatch(line -> line.startsWith("Welcome"));
        }
      }
    }
  }

  private static String saidBy(String who, String text) {
    return "\\[\\d\\d:\\d\\d:\\d\\d\\] #lobby " + who + ": " + Pattern.quote(text);
  }

  private static Console connect(Door door) {
    return Console.run(client(door), Map.of());
  }

  /** With a certificate. */
  private static Console connect(Door door, ClientFiles files) {
    List<String> words = new ArrayList<>(client(door));
    words.addAll(List.of("-cert", files.certificate().toString(), "-key", files.key().toString()));
    return Console.run(words, Map.of());
  }

  private static List<String> client(Door door) {
    return List.of("openssl", "s_client", "-quiet", "-connect", "[::1]:" + door.port());
  }

  private static void register(Console person, String name) {
    person.await("NOTICE * :Conclave on *");
    person.type("/register " + name).await("Choose a password for " + name + " *");
    person.type(Door.PASSWORD).await("Welcome, " + name + ". *");
  }
}
