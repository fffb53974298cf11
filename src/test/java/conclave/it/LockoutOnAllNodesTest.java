package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conclave.Needles;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who guesses on one node after the other has no more tries than on one. */
class LockoutOnAllNodesTest {
  private static final int FREE = 4;

  @TempDir Path folder;

  @Test
  void anAccountIsLockedOnAllNodesAndItsOwnerComesInOnAny() {
    try (TwoNodes nodes =
        new TwoNodes(
            folder,
            "server.listen=[::]:0",
            "operators=[{account: alice, role: admin}]",
            "limits.log-in-failures=" + FREE,
            "limits.log-in-delay=60s")) {
      nodes.one().account("alice");
      Peer first = nodes.one().irc("alice");
      await().untilAsserted(() -> assertThat(first.ask("LINKS")).hasSize(3)); // each and the end
      first.close();
      nodes.one().irc("alice").close(); // she is at home here now, as both nodes know
      int tries = 0;
      int lockedInARow = 0;
      for (int i = 0; lockedInARow < 2; i++) {
        boolean isLocked = isLocked(i % 2 == 0 ? nodes.one() : nodes.two(), i);
        tries += isLocked ? 0 : 1;
        lockedInARow = isLocked ? lockedInARow + 1 : 0;
      }
      assertThat(tries).isGreaterThanOrEqualTo(FREE).isLessThan(2 * FREE);
      nodes.two().irc("alice").close();
    }
  }

  /** Guesses wrong, from a network of its own. */
  private static boolean isLocked(Door door, int network) {
    try (Peer thief = Peer.connectFrom(address(network), door.port(), door.fingerprint())) {
      thief.send("CAP REQ :sasl").await(":* CAP * ACK :sasl");
      thief.send("AUTHENTICATE PLAIN").expect("AUTHENTICATE +");
      byte[] message = ("\0alice\0" + Needles.WRONG_PASSWORD).getBytes(StandardCharsets.UTF_8);
      thief.send("AUTHENTICATE " + Base64.getEncoder().encodeToString(message));
      return thief.readUntil(":conclave.local 904 * *").stream()
          .anyMatch(line -> line.contains(" RATE_LIMITED "));
    }
  }

  private static InetAddress address(int network) {
    try {
      return InetAddress.getByAddress(new byte[] {127, (byte) (network + 1), 1, 1});
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
