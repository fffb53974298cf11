package conclave.it;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who sends too much waits, and is dropped who goes on. */
class FloodTest {
  @TempDir static Path folder;

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server =
        RunningServer.start(
            folder.resolve("data"),
            "operators=[{account: boss, role: admin}]",
            "accounts.login=optional",
            "limits.burst=10",
            "limits.lines-per-second=5",
            "limits.waiting-lines=50");
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static byte[] pings(int count) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append("PING ").append(i).append("\r\n");
    }
    return lines.toString().getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void whoSendsTooFastIsHeldBackAndLosesNothing() {
    Peer gus = server.door().guest("gus");
    gus.sendBytes(pings(20));
    for (int i = 0; i < 20; i++) {
      gus.expect(":conclave.local PONG conclave.local :" + i);
    }
    gus.close();
  }

  @Test
  void whoGoesOnIsDropped() {
    Peer eve = server.door().guest("eve");
    eve.sendBytes(pings(200));
    eve.await("ERROR :Excess Flood");
    eve.expectClosed();
  }

  /** Held back, so many lines would take longer than any test waits. */
  @Test
  void anAdministratorIsNotHeldBack() {
    Peer boss = server.door().newIrc("boss");
    for (int i = 0; i < 10; i++) {
      boss.sendBytes(pings(40));
      boss.await(":conclave.local PONG conclave.local :39");
    }
    boss.close();
  }
}
