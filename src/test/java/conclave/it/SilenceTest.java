package conclave.it;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who says nothing is told so, and closed; who answers stays. */
class SilenceTest {
  @TempDir static Path folder;
  private static RunningServer server;

  private static Peer mute;
  private static Peer slow;
  private static Peer shy;

  @BeforeAll
  static void start() {
    server = RunningServer.start(folder, "limits.registration-timeout=2s", "limits.ping=1s");
    mute = server.door().connect();
    slow = server.door().connect();
    shy = server.door().connect();
    slow.send("NICK slow");
    slow.sendBytes("USER slow 0 * :Slow but".getBytes(StandardCharsets.US_ASCII));
    shy.send("/register shy");
  }

  @AfterAll
  static void close() {
    mute.hangUp();
    slow.hangUp();
    shy.hangUp();
    server.close();
  }

  @Test
  void whoNeverSpeaksIsClosed() {
    mute.await("ERROR :Registration timed out");
    mute.expectClosed();
  }

  @Test
  void halfALineIsNoLine() {
    slow.await("ERROR :Registration timed out");
    slow.expectClosed();
  }

  @Test
  void whoSpeaksButNeverLogsInIsClosed() {
    shy.await("Goodbye: Ping timeout");
    shy.expectClosed();
  }

  @Test
  void whoAnswersStaysAndWhoDoesNotIsClosed() {
    try (Peer alice = server.door().newPlain("alice");
        Peer bob = server.door().newIrc("bob")) {
      alice.send("/join den");
      alice.await("In #den: *");
      bob.send("JOIN #den");
      bob.await(":* 366 *");
      alice.expect("[*] #den bob came in");
      alice.expect("Are you there? Press Enter to stay.");
      alice.send("");
      bob.expect("PING :conclave.local");
      bob.expect("ERROR :Ping timeout");
      bob.expectClosed();
      alice.send("");
      alice.await("[*] bob quit (Ping timeout)");
      alice.send("still here");
      alice.await("[*] #den alice: still here");
    }
  }
}
