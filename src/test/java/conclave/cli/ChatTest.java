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
  void nothingIsReadAfterQuit() throws Exception {
    chat("/quit\nnot said\n", "#lobby");

    assertThat(server.received).noneMatch(line -> line.contains("not said"));
  }

  private int chat(String typed, String... rooms) throws Exception {
    PipeScreen screen = new PipeScreen(new StringReader(typed), new PrintWriter(shown), null);
    Chat chat = new Chat(screen);
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
