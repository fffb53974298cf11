package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** IRCv3 message-redaction, with the ids that the server has given. */
class RedactionTest {
  private static final String[] CAPABILITIES = {
    "message-tags", "draft/message-redaction", "echo-message"
  };

  @TempDir Path data;

  private static String id(String line) {
    return line.substring("@msgid=".length(), line.indexOf(' '));
  }

  private static String says(Peer peer, String name, String text) {
    peer.send("PRIVMSG #den :" + text);
    return id(peer.await("@msgid=* :" + name + "!*@* PRIVMSG #den :" + text));
  }

  @Test
  void authorsAndOperatorsTakeBackWhatWasSaidAndHistoryHasItNoMore() {
    try (RunningServer server = RunningServer.start(data)) {
      Peer alice = server.door().newIrc("alice", CAPABILITIES);
      alice.send("JOIN #den").await(":* 366 *");
      Peer bob = server.door().newIrc("bob", CAPABILITIES);
      bob.send("JOIN #den").await(":* 366 *");
      String first = says(alice, "alice", "first");
      String second = says(bob, "bob", "second");
      says(bob, "bob", "third");
      bob.send("REDACT #den " + first);
      bob.await(":* FAIL REDACT REDACT_FORBIDDEN #den " + first + " :*");
      alice.send("REDACT #den " + first);
      bob.await("@msgid=* :alice!alice@user/alice REDACT #den " + first);
      alice.send("REDACT #den " + second + " :no spam");
      bob.await("@msgid=* :alice!alice@user/alice REDACT #den " + second + " :no spam");
      alice.await("@msgid=* :alice!alice@user/alice REDACT #den " + second + " :no spam");
      alice.send("REDACT #den " + second);
      alice.await(":* FAIL REDACT UNKNOWN_MSGID #den " + second + " :*");
      Peer carol = server.door().newPlain("carol");
      carol.send("/join den").await("--- #den, *");
      assertThat(carol.readUntil("--- now")).hasSize(2).first().asString().endsWith("bob: third");
    }
  }
}
