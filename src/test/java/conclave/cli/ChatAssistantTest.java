package conclave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.cli.rooms.Placing;
import conclave.cli.rooms.Rooms;
import conclave.client.Credentials;
import conclave.client.Event;
import conclave.client.Event.Manner;
import conclave.client.FakeServer;
import conclave.client.Session;
import conclave.client.TestCertificate;
import conclave.client.Trust;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jline.reader.Candidate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatAssistantTest {
  private final TestCertificate certificate = TestCertificate.forHost("localhost");
  private final Rooms rooms = new Rooms();
  private final AtomicInteger arrivals = new AtomicInteger();
  private FakeServer server;
  private Session session;
  private ChatAssistant assistant;

  @BeforeEach
  void start() throws Exception {
    server = new FakeServer(certificate, 0);
    session =
        new Session(
            server.address(),
            Trust.pinned(certificate.fingerprint()),
            new Credentials("alice", FakeServer.PASSWORD),
            rooms::note);
    View view =
        new View() {
          @Override
          public void heard(Event event, Placing placing) {
            // nothing is shown here
          }

          @Override
          public void arrived() {
            arrivals.incrementAndGet();
            rooms.open();
          }

          @Override
          public void theme(Theme theme) {
            // nothing is shown here
          }
        };
    CommandTable table = new TypedCommands(session, rooms, new FakeScreen(true), view).table();
    assistant = new ChatAssistant(session, rooms, view, table, Runnable::run, true);
    Instant now = Instant.EPOCH;
    rooms.note(new Event.Connected("alice", true));
    rooms.note(new Event.Joined(now, "alice", "#lobby", true));
    rooms.note(new Event.Joined(now, "alice", "#ops", true));
    rooms.note(new Event.Names("#lobby", List.of("bob", "carol", "ev\u001bil")));
    rooms.note(new Event.Said(now, "carol", "#lobby", "hi", Manner.MESSAGE, false, false, 0, "id"));
  }

  @AfterEach
  void stop() throws Exception {
    session.close();
    server.close();
  }

  @Test
  void aCommandSaysWhatItDoesWhileItIsTyped() {
    assertThat(assistant.tip("/jo")).isEqualTo("   /join");
    assertThat(assistant.tip("/join")).isEqualTo(" ROOM   go into a room");
    assertThat(assistant.tip("/join ops")).isEqualTo("   go into a room");
    assertThat(assistant.tip("/nonsense")).isEmpty();
    assertThat(assistant.tip("//etc")).isEmpty();
    assertThat(assistant.tip("hello")).isEmpty();
  }

  @Test
  void commandsNicksAndRoomsAreCompleted() {
    assertThat(values("/")).contains("/join", "/quit");
    assertThat(values("")).startsWith("carol:", "bob:").contains("#lobby", "#ops");
    assertThat(assistant.complete("hello ca", "ca"))
        .extracting(Candidate::value)
        .startsWith("carol", "bob");
  }

  @Test
  void aNameThatCouldDriveTheTerminalIsNotOffered() {
    assertThat(values("")).noneMatch(name -> name.contains("il"));
  }

  @Test
  void keysGoToOtherRooms() {
    assistant.go(2);
    assertThat(rooms.current()).hasValue("#ops");
    assistant.press(Assistant.Key.NEXT);
    assertThat(rooms.current()).hasValue("#lobby");
    assistant.press(Assistant.Key.PREVIOUS);
    assertThat(rooms.current()).hasValue("#ops");
    assistant.go(9);
    assistant.press(Assistant.Key.UNREAD);
    assertThat(arrivals.get()).isEqualTo(3);
  }

  @Test
  void othersAreToldOnceThatOneIsTypingAndNeverOfCommands() throws Exception {
    session.start(List.of());
    assistant.typing("/join secret");
    assistant.typing("h");
    assistant.typing("he");
    session.ask().names("#lobby");

    List<String> told = new ArrayList<>();
    for (String line = ""; !line.startsWith("NAMES"); line = server.received.take()) {
      told.add(line);
    }
    assertThat(told)
        .filteredOn(line -> line.contains("TAGMSG"))
        .containsExactly("@+typing=active TAGMSG #lobby");
  }

  private List<String> values(String word) {
    return assistant.complete(word, word).stream().map(Candidate::value).toList();
  }
}
