package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code conclave connect}, in a terminal. */
class ChatClientIT {
  @TempDir Path folder;
  private RunningServer server;
  private int port;

  @BeforeAll
  static void needsTmux() {
    Installed.orSkip("tmux");
  }

  @BeforeEach
  void start() {
    server = RunningServer.start(folder.resolve("data"));
    port = server.door().port();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void somebodyNewRegistersAndTalks() {
    try (Terminal alice = client("alice", "--register")) {
      alice.awaitShown("Do you trust it from now on? (yes/no)");
      assertThat(alice.shown()).contains(server.fingerprint());
      alice.type("yes");
      alice.awaitShown("The account alice is yours");
      alice.awaitShown("#lobby>");
      try (Terminal bob = client("bob", "--register", "--pin", server.fingerprint())) {
        bob.awaitShown("#lobby>");
        talk(alice, bob);
      }
    }
  }

  @Test
  void whoHasNoAccountIsOfferedOneAndAsksOthersIn() {
    try (Terminal alice = client("alice", "--pin", server.fingerprint())) {
      alice.awaitShown("has no account alice yet.");
      alice.awaitShown("Make the account alice there now? (y/n)");
      alice.type("y");
      alice.type(Door.PASSWORD); // before it is asked for
      alice.awaitShown("Again:");
      alice.type("another-word");
      alice.awaitShown("! The two are not the same.");
      alice.type(Door.PASSWORD);
      alice.type(Door.PASSWORD); // before it is asked for again
      alice.awaitShown("Invitation code, if you have one:");
      alice.type(server.firstCode().orElseThrow());
      alice.awaitShown("The account alice is yours, an administrator's.");
      alice.awaitShown("#lobby>");
      alice.type("/invitation 1");
      alice.awaitShown("Good for one account until ");
      try (Peer bob = server.door().newPlain("bob")) {
        bob.send("/join lobby").await("In #lobby: *");
        alice.awaitShown("bob joined");
        alice.type("/whois bob");
        alice.awaitShown("bob@user/bob");
        alice.type("/kick bob enough");
        alice.awaitShown("bob was put out by alice (enough)");
        bob.await("* #lobby *enough*");
        alice.type("/quote TOPIC #lobby :by hand");
        alice.awaitShown("alice set the topic: by hand");
      }
      assertThat(alice.shown()).doesNotContain(Door.PASSWORD);
    }
  }

  private static void talk(Terminal alice, Terminal bob) {
    alice.awaitShown("bob joined");
    alice.type("hello from a terminal");
    bob.awaitShown("alice: hello from a terminal");
    alice.awaitShown("alice: hello from a terminal \u2713");
    bob.type("hello to a terminal");
    alice.awaitShown("bob: hello to a terminal");
    bob.type("/msg alice psst");
    alice.awaitShown("[2:bob 1!]");
    alice.press("Tab");
    alice.awaitShown("bob: psst");
    alice.awaitShown("bob>");
    alice.press("M-1");
    alice.awaitShown("#lobby>");
  }

  @Test
  void whatIsTypedIsHelpedWith() {
    server.door().account("alice");
    try (Peer bob = server.door().newPlain("bobby");
        Terminal alice = client("alice", "--pin", server.fingerprint())) {
      alice.awaitShown("#lobby>");
      bob.send("/join lobby").await("In #lobby: *");
      alice.awaitShown("bobby joined");
      alice.put("bo");
      alice.press("Tab");
      alice.awaitShown("#lobby> bobby:");
      alice.type("look");
      bob.await("[*] #lobby alice: bobby: look");
      alice.put("/verif");
      alice.awaitShown("/verify");
      alice.press("Tab");
      alice.awaitShown("whether the room's log is complete and unaltered");
      alice.press("C-u");
      alice.paste("one\ntwo");
      alice.press("Enter");
      alice.awaitShown("Say these 2 lines in #lobby? (y/n)");
      alice.type("y");
      bob.await("[*] #lobby alice: one / two");
      alice.type("/history 10");
      alice.awaitShown("there is nothing earlier");
      alice.type("/search LOOK");
      alice.awaitShown("found \u2501\u2501");
    }
  }

  @Test
  void whatIsSaidWhileThereIsNoServerIsSaidOnceItIsBack() {
    server.door().account("alice");
    try (Terminal alice = client("alice", "--pin", server.fingerprint())) {
      alice.awaitShown("#lobby>");
      server.close();
      alice.awaitShown("offline, reconnecting");
      alice.type("said meanwhile");
      alice.awaitShown("sending \u2026 #lobby: said meanwhile");
      server = RunningServer.start(folder.resolve("data"), "server.listen=[::1]:" + port);
      alice.awaitShown("alice: said meanwhile \u2713");
      alice.awaitGone("sending \u2026");
      assertThat(alice.shown()).doesNotContain("offline,");
      try (Peer bob = server.door().newPlain("bob")) {
        bob.send("/join lobby");
        assertThat(bob.readUntil("In #lobby: *"))
            .filteredOn(line -> line.contains("said meanwhile"))
            .hasSizeLessThanOrEqualTo(1);
        bob.send("and back");
        alice.awaitShown("bob: and back");
        assertThat(alice.shown()).containsOnlyOnce("said meanwhile");
      }
    }
  }

  @Test
  void anotherCertificateThanTheFirstIsRefused() throws IOException {
    server.door().account("alice");
    try (Terminal alice = client("alice")) {
      alice.awaitShown("Do you trust it from now on? (yes/no)");
      alice.type("yes");
      alice.awaitShown("#lobby>");
      alice.type("/quit");
      alice.awaitShown("ended with 0");
    }
    Path known = home("alice").resolve("conclave/known_hosts");
    String other = Files.readString(known).replaceAll("[0-9A-F]{2}:", "00:");
    Files.writeString(known, other);
    try (Terminal alice = client("alice")) {
      alice.awaitShown("has CHANGED. Nothing was sent to it.");
      alice.awaitShown("ended with 1");
    }
  }

  @Test
  void whatIsTypedIsKeptForItsOwnerAloneAndPasswordsAreNot() throws IOException {
    server.door().account("alice");
    try (Terminal alice = client("alice", "--pin", server.fingerprint())) {
      alice.awaitShown("#lobby>");
      alice.type("to be kept");
      alice.awaitShown("alice: to be kept \u2713");
      alice.type("/password");
      alice.awaitShown("Current password:");
      alice.type("a-secret");
      alice.awaitShown("New password:");
      alice.press("C-c");
      alice.awaitShown("passwords are asked on a terminal");
      assertThat(alice.shown()).doesNotContain("a-secret");
      alice.type("/quit");
      alice.awaitShown("ended with 0");
      alice.put("shown as it is typed");
      alice.awaitShown("shown as it is typed");
    }
    Path typed = home("alice").resolve("conclave/typed");
    assertThat(Files.readAllLines(typed)).containsExactly("to be kept", "/quit");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(typed)))
        .isEqualTo("rw-------");
  }

  @Test
  void whatOthersWriteCannotDriveTheTerminal() {
    server.door().account("alice");
    try (Peer mallory = server.door().newIrc("mallory");
        Terminal alice = client("alice", "--pin", server.fingerprint())) {
      alice.awaitShown("#lobby>");
      mallory.send("JOIN #lobby").await(":conclave.local 366 mallory #lobby *");
      mallory.send("PRIVMSG #lobby :a\u001b[2J\u001b]0;owned\u0007b\u202ec\u200bd");
      mallory.send("TOPIC #lobby :t\u001b[31m\u009b2J");
      alice.awaitShown("mallory: a\uFFFD[2J\uFFFD]0;owned\uFFFDbcd");
      alice.awaitShown("mallory set the topic: t\uFFFD[31m\uFFFD2J");
      alice.awaitShown("#lobby>");
    }
  }

  private Path home(String who) {
    return folder.resolve("home-" + who);
  }

  private Terminal client(String who, String... options) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String command =
        "XDG_CONFIG_HOME=%s CONCLAVE_PASSWORD='%s' %s -XX:+UseSerialGC -XX:TieredStopAtLevel=1"
            + " -jar %s connect %s@[::1]:%d %s; echo ended with $?; read stay";
    return Terminal.open(
        folder.resolve("tmux-" + who + System.nanoTime()),
        command.formatted(
            home(who), Door.PASSWORD, java, Console.jar(), who, port, String.join(" ", options)));
  }
}
