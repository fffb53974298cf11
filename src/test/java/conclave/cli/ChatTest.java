package conclave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.client.Credentials;
import conclave.client.FakeServer;
import conclave.client.Session;
import conclave.client.TestCertificate;
import conclave.client.Trust;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatTest {
  private final TestCertificate certificate = TestCertificate.forHost("localhost");
  private final StringWriter shown = new StringWriter();
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
  void aScriptEndsWellOnceAllItSaidHasComeBack() throws Exception {
    assertThat(chat("hi\n/me waves\n//etc\n", "#lobby")).isZero();

    assertThat(shown.toString())
        .contains(" #lobby alice: hi", " #lobby * alice waves", " #lobby alice: /etc");
  }

  @Test
  void aScriptWhoseRoomIsClosedFails() throws Exception {
    assertThat(chat("hi\n", "#closed")).isEqualTo(1);

    assertThat(shown.toString()).contains("! #closed: Only the invited", "! You are in no room");
  }

  @Test
  void roomsHaveNumbersAndNamesWithoutTheirSign() throws Exception {
    chat("/room garden\nfor the garden\n/1\nfor the lobby\n/room\n", "#lobby", "#garden");

    assertThat(shown.toString())
        .contains("#garden alice: for the garden", "#lobby alice: for the lobby")
        .contains("* /1 #lobby", "  /2 #garden");
  }

  @Test
  void whatMakesNoSenseIsAnsweredWithWhatDoes() throws Exception {
    assertThat(chat("/nonsense\n/msg bob\n/join\n", "#lobby")).isEqualTo(1);

    assertThat(shown.toString())
        .contains("There is no /nonsense", "Type /msg NICK TEXT", "Type /join ROOM");
  }

  @Test
  void aLogIsVerifiedAndLinesAreNumbered() throws Exception {
    assertThat(chat("/verify\n/numbers on\n/numbers off\n/numbers\nhi\n", "#lobby")).isEqualTo(1);

    assertThat(shown.toString()).contains("-- #lobby: complete to #7", "Type /numbers on|off");
    assertThat(server.received).contains("CAP REQ conclave/seq", "CAP REQ -conclave/seq");
  }

  @Test
  void nothingIsReadAfterQuit() throws Exception {
    chat("/quit\nnot said\n", "#lobby");

    assertThat(server.received).noneMatch(line -> line.contains("not said"));
  }

  @Test
  void aNewPasswordIsAskedForTwiceAndNotShown() throws Exception {
    FakeScreen screen =
        new FakeScreen(true, "/password", FakeServer.PASSWORD, "new", "new", "/msg alice done");

    assertThat(chat(screen)).isZero();

    assertThat(server.received).contains("PASSWORD " + FakeServer.PASSWORD + " new");
    assertThat(screen.shown).contains("-- Your password is changed");
    assertThat(String.join("", screen.shown)).doesNotContain("horse");
  }

  @Test
  void aPasswordIsNotChangedByMistake() throws Exception {
    FakeScreen twice = new FakeScreen(true, "/password", FakeServer.PASSWORD, "new", "nwe");
    FakeScreen none = new FakeScreen(true, "/password", FakeServer.PASSWORD, "");

    chat(twice, "#lobby");
    chat(none, "#lobby");
    chat("/password\n", "#lobby");

    assertThat(twice.shown).anyMatch(line -> line.contains("are not the same"));
    assertThat(none.shown).anyMatch(line -> line.contains("needs a password"));
    assertThat(shown.toString()).contains("passwords are asked on a terminal");
    assertThat(server.received).noneMatch(line -> line.startsWith("PASSWORD"));
  }

  @Test
  void sessionsAreShownAndEnded() throws Exception {
    assertThat(chat("/sessions\n/sessions end 8\n/me is done\n", "#lobby")).isZero();
    chat("/sessions end\n", "#lobby");

    assertThat(shown.toString())
        .contains("-- Session 7 (this one) on laptop from ::1 with conclave: since ")
        .contains("-- Session 8 (not connected) with irssi: since ")
        .contains("-- One session has ended", "Type /sessions, /sessions end N");
    assertThat(server.identities.ended).containsExactly("8");
  }

  @Test
  void loggingOutEndsTheSession() throws Exception {
    assertThat(chat("/logout\nnot said\n", "#lobby")).isZero();

    assertThat(shown.toString()).contains("-- You are logged out");
    assertThat(server.identities.ended).containsExactly("7");
    assertThat(server.received).noneMatch(line -> line.contains("not said"));
  }

  private int chat(String typed, String... rooms) throws Exception {
    return chat(
        new PipeScreen(new StringReader(typed), new PrintWriter(shown), null, false), rooms);
  }

  private int chat(Screen screen, String... rooms) throws Exception {
    Chat chat = new Chat(screen, new Appearance());
    try (Session session =
        new Session(
            server.address(),
            Trust.pinned(certificate.fingerprint()),
            new Credentials("alice", FakeServer.PASSWORD),
            chat::heard)) {
      session.start(List.of(rooms));
      return chat.run(session, List.of(rooms));
    }
  }
}
