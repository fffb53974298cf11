package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conclave.Needles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who guesses has to wait, the owner of the account does not, and all of it is on record. */
class LockoutTest {
  @TempDir Path folder;

  @Test
  void theSixthFailureMustWaitAndTheOwnerNotices() throws IOException {
    try (RunningServer server =
            RunningServer.start(folder, "server.listen=[::]:0", "limits.log-in-failures=5");
        Peer alice = server.door().newPlain("alice")) {
      server.door().plain("alice").close(); // she is at home here now
      alice.send("/join lobby").await("In #lobby: *");
      for (int i = 0; i < 5; i++) {
        try (Peer thief = from(server, 1)) {
          guess(thief, Needles.WRONG_PASSWORD).expect(":conclave.local 904 * *");
        }
      }
      for (int network : List.of(1, 2)) {
        try (Peer late = from(server, network)) {
          guess(late, Door.PASSWORD).expect(":conclave.local FAIL AUTHENTICATE RATE_LIMITED * :*");
          late.expect(":conclave.local 904 * *");
          late.expectNothingMore();
        }
      }
      alice.send("Nothing of that here").expect("[*] #lobby alice: Nothing of that here");
      server.door().plain("alice").close();
    }
    expectAudit(
        """
        registered alice ::1 plain
        logged-in alice ::1 plain PLAIN
        logged-in alice ::1 plain PLAIN
        log-in-failed alice 127.1.1.1 irc PLAIN wrong-password
        log-in-failed alice 127.1.1.1 irc PLAIN wrong-password
        log-in-failed alice 127.1.1.1 irc PLAIN wrong-password
        log-in-failed alice 127.1.1.1 irc PLAIN wrong-password
        log-in-failed alice 127.1.1.1 irc PLAIN wrong-password
        locked-out alice 127.1.1.1 irc PLAIN
        locked-out alice 127.2.1.1 irc PLAIN
        logged-in alice ::1 plain PLAIN
        """);
  }

  @Test
  void changesAreOnRecord() throws IOException {
    String next = "another-" + Needles.PASSWORD;
    try (RunningServer server =
            RunningServer.start(folder, "operators=[{account: boss, role: admin}]");
        Peer boss = server.door().newIrc("boss");
        Peer alice = server.door().newIrc("alice")) {
      boss.send("ACCOUNT ROLE alice operator").await("*DONE ROLE alice *");
      alice.send("PASSWORD " + Door.PASSWORD + " :" + next).await("*NOTE PASSWORD CHANGED :*");
      boss.send("ACCOUNT PASSWD alice :" + Door.PASSWORD).await("*DONE PASSWD alice *");
      alice.await("ERROR :*");
      try (Peer again = server.door().irc("alice")) {
        again.send("SESSIONS END all").await("*NOTE SESSIONS ENDED *");
        boss.send("ACCOUNT DISABLE alice").await("*DONE DISABLE alice *");
        again.await("ERROR :*");
      }
      boss.send("ACCOUNT INVITE").await("*NOTE ACCOUNT INVITATION *");
    }
    expectAudit(
        """
        registered boss ::1 plain
        logged-in boss ::1 plain PLAIN
        logged-in boss ::1 irc PLAIN
        registered alice ::1 plain
        logged-in alice ::1 plain PLAIN
        logged-in alice ::1 irc PLAIN
        role-changed alice boss ::1 irc to-operator
        password-changed alice ::1 irc
        password-changed alice boss ::1 irc
        logged-in alice ::1 irc PLAIN
        session-ended alice ::1 irc all-sessions
        account-disabled alice boss ::1 irc
        invitation-made boss ::1 irc
        """);
  }

  private static Peer from(RunningServer server, int network) {
    try {
      InetAddress source = InetAddress.getByAddress(new byte[] {127, (byte) network, 1, 1});
      return Peer.connectFrom(source, server.door().port(), server.door().fingerprint());
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Peer guess(Peer peer, String password) {
    peer.send("CAP REQ :sasl").await(":* CAP * ACK :sasl");
    peer.send("AUTHENTICATE PLAIN").expect("AUTHENTICATE +");
    byte[] message = ("\0alice\0" + password).getBytes(StandardCharsets.UTF_8);
    return peer.send("AUTHENTICATE " + Base64.getEncoder().encodeToString(message));
  }

  /** The words of each line, in order, without the time and the connection, which must be there. */
  private void expectAudit(String expected) throws IOException {
    Path file = folder.resolve("audit/audit.jsonl");
    await()
        .atMost(Peer.PATIENCE)
        .untilAsserted(
            () -> assertThat(Files.readAllLines(file)).hasSize(expected.split("\n").length));
    String time = "\\{\"time\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z\",";
    assertThat(Files.readAllLines(file))
        .allMatch(line -> line.matches(time + "\"event\".*\"connection\":\"[^\"]+\".*}"))
        .extracting(
            line ->
                line.replaceFirst(time, "")
                    .replaceFirst("\"connection\":\"[^\"]+\",?", "")
                    .replaceAll("\"[a-z]+\":|[\"}]", "")
                    .replace(',', ' '))
        .containsExactlyElementsOf(List.of(expected.split("\n")));
  }
}
