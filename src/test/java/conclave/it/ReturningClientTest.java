package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conclave.client.Credentials;
import conclave.client.Event;
import conclave.client.Fingerprint;
import conclave.client.ServerAddress;
import conclave.client.Session;
import conclave.client.Trust;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bundled client over a bad line: nothing that its user says is lost, or said twice. */
class ReturningClientTest {
  @TempDir Path data;
  private final List<Event> told = new CopyOnWriteArrayList<>();

  private long count(Class<? extends Event> kind) {
    return told.stream().filter(kind::isInstance).count();
  }

  private List<String> said() {
    return told.stream()
        .filter(Event.Said.class::isInstance)
        .map(event -> ((Event.Said) event).text())
        .toList();
  }

  private Session session(Wiretap line, String fingerprint) {
    return new Session(
        new ServerAddress("alice", "::1", line.port()),
        Trust.pinned(Fingerprint.parse(fingerprint)),
        new Credentials("alice", Door.PASSWORD),
        told::add);
  }

  @Test
  void whatWasStoredAndNeverEchoedIsNotSaidTwice() throws Exception {
    try (RunningServer server = RunningServer.start(data);
        Wiretap line = new Wiretap(server.door().port());
        Peer bob = server.door().newPlain("bob")) {
      server.door().account("alice");
      bob.send("/join den");
      bob.await("In #den: *");
      try (Session alice = session(line, server.fingerprint())) {
        alice.start(List.of("#den"));
        bob.await("[*] #den alice came in");
        line.deafen();
        alice.say("#den", "one");
        alice.say("#den", "two");
        bob.await("[*] #den alice: two");
        assertThat(said()).doesNotContain("one", "two");
        line.cut();
        await().until(() -> count(Event.Connected.class) == 2);
        alice.say("#den", "three");
        assertThat(alice.awaitConfirmed(Peer.PATIENCE)).isTrue();
        bob.await("[*] #den alice: three");
        bob.send("/history");
        assertThat(bob.readUntil("--- now"))
            .filteredOn(text -> text.contains(" alice: "))
            .extracting(text -> text.replaceAll(".* ", ""))
            .containsExactly("one", "two", "three");
        assertThat(said()).containsExactly("one", "two", "three");
      }
    }
  }

  @Test
  void whatIsSaidWhileTheServerIsStartedAnewArrivesOnce() throws Exception {
    RunningServer first = RunningServer.start(data);
    first.door().account("alice");
    try (Wiretap line = new Wiretap(first.door().port());
        Session alice = session(line, first.fingerprint())) {
      alice.start(List.of("#den"));
      await().until(() -> count(Event.Names.class) == 1);
      line.deafen();
      alice.say("#den", "one");
      first.close();
      try (RunningServer second = RunningServer.start(data)) {
        line.leadTo(second.door().port());
        line.cut();
        assertThat(alice.awaitConfirmed(Peer.PATIENCE)).isTrue();
        assertThat(said()).containsExactly("one");
        try (Peer bob = second.door().newPlain("bob")) {
          bob.send("/join den");
          bob.await("[*] #den alice: one");
          bob.expect("--- now");
        }
      }
    }
  }

  /** Bob's room, which alice loses sight of, has another name when she comes back. */
  private void followsBobsRoom(RunningServer server, boolean isOut) throws Exception {
    try (Wiretap line = new Wiretap(server.door().port());
        Peer bob = server.door().newIrc("bob")) {
      server.door().account("alice");
      bob.send("JOIN #den").await(":* 366 *");
      try (Session alice = session(line, server.fingerprint())) {
        alice.start(List.of("#den"));
        bob.await(":alice!* JOIN #den");
        await().until(() -> count(Event.Names.class) == 1);
        long before = server.connections();
        line.leadNowhere();
        line.cut();
        await().until(() -> server.connections() < before);
        if (isOut) {
          bob.expect(":alice!* QUIT *");
        }
        bob.send("RENAME #den #cave").await(":* 366 bob #cave *");
        bob.send("PRIVMSG #cave :one").skipAll();
        line.leadTo(server.door().port());
        await().until(() -> count(Event.RoomRenamed.class) == 1);
        alice.say("#cave", "here");
        bob.await(":alice!* PRIVMSG #cave :here");
        assertThat(alice.awaitConfirmed(Peer.PATIENCE)).isTrue();
        assertThat(said()).containsExactly("one", "here");
        assertThat(bob.ask("LIST")).filteredOn(text -> text.contains(" 322 ")).hasSize(1);
      }
    }
  }

  @Test
  void aRoomThatGotAnotherNameIsFollowed() throws Exception {
    try (RunningServer server = RunningServer.start(data)) {
      followsBobsRoom(server, true);
    }
  }

  @Test
  void soItIsByWhoHasNeverBeenOut() throws Exception {
    try (RunningServer server = RunningServer.start(data, "accounts.grace=1h")) {
      followsBobsRoom(server, false);
    }
  }

  @Test
  void aSecretRoomIsNotShownToWhoIsOut() throws Exception {
    try (RunningServer server = RunningServer.start(data);
        Peer bob = server.door().newIrc("bob", "message-tags");
        Peer carl = server.door().newIrc("carl", "draft/channel-rename", "message-tags")) {
      bob.send("JOIN #den");
      String log = bob.await("*JOIN #den").replaceFirst(".*msgid=([^-]*)-.*", "$1");
      bob.await(":* 366 *");
      bob.send("MODE #den +s").await("*MODE #den +s*");
      bob.send("RENAME #den #cave").await(":* 366 bob #cave *");
      carl.send("@conclave/log=" + log + " JOIN #den");
      carl.expect("*:carl!* JOIN #den");
      bob.send("MODE #cave -s").await("*MODE #cave -s*");
      carl.send("PART #den").await("*PART #den");
      carl.send("@conclave/log=" + log + " JOIN #den");
      carl.expect(":conclave.local RENAME #den #cave :");
      carl.expect("*:carl!* JOIN #cave");
    }
  }
}
