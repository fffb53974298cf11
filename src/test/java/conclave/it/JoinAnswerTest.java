package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Topic and names are the answer to JOIN: what is asked after it is answered after them. */
class JoinAnswerTest {
  @TempDir Path folder;

  private static void sendAtOnce(Peer peer, String... lines) {
    String all = String.join("\r\n", lines) + "\r\n";
    peer.sendBytes(all.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void whatIsAskedInTheSameBreathIsAnsweredAfterTheNames() {
    try (RunningServer server = RunningServer.start(folder);
        Peer alice = server.door().newIrc("alice")) {
      for (int i = 0; i < 20; i++) {
        sendAtOnce(alice, "JOIN #a" + i, "PING now");
        List<String> heard = alice.readUntil(":* PONG * :now");
        assertThat(heard.get(heard.size() - 2)).contains(" 366 alice #a" + i + " ");
      }
    }
  }

  @Test
  void eachOfSeveralRoomsIsThereBeforeWhatIsAskedNext() {
    try (RunningServer server = RunningServer.start(folder);
        Peer alice = server.door().newIrc("alice")) {
      sendAtOnce(alice, "JOIN #a,#b", "PRIVMSG #b :hello", "JOIN 0", "PING now");
      List<String> heard = alice.readUntil(":* PONG * :now");
      assertThat(heard.stream().filter(line -> line.contains(" 366 "))).hasSize(2);
    }
  }
}
