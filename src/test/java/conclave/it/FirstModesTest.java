package conclave.it;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New rooms are as the operator wants them. */
class FirstModesTest {
  @TempDir Path folder;

  @Test
  void aRoomBeginsWithTheModesOfTheOperatorsChoice() {
    try (RunningServer server = RunningServer.start(folder, "rooms.modes=nCEt");
        Peer alice = server.door().newIrc("alice");
        Peer bob = server.door().newIrc("bob", "draft/chathistory", "echo-message")) {
      alice.send("JOIN #den").await(":conclave.local 366 alice #den *");
      alice.send("MODE #den").expect(":conclave.local 324 alice #den +ntCE");
      alice.expect(":conclave.local 329 alice #den *");
      alice.send("JOIN #lobby").await(":conclave.local 366 alice #lobby *");
      alice.send("MODE #lobby").expect(":conclave.local 324 alice #lobby +nCE");
      alice.expect(":conclave.local 329 alice #lobby *");
      bob.send("JOIN #den").await(":conclave.local 366 bob #den *");
      bob.send("PRIVMSG #den :for those who are here")
          .expect(":bob!bob@user/bob PRIVMSG #den :for those who are here");
      alice.await(":bob!bob@user/bob PRIVMSG #den :for those who are here");
      bob.send("CHATHISTORY LATEST #den * 10");
      bob.expectNothingMore();
      alice.send("MODE #den -E").expect(":alice!alice@user/alice MODE #den -E");
      alice.send("PRIVMSG #den :for others too").skipAll();
      bob.await(":alice!alice@user/alice PRIVMSG #den :for others too");
      bob.send("CHATHISTORY LATEST #den * 1");
      bob.await(":alice!alice@user/alice PRIVMSG #den :[*Z] for others too");
    }
  }
}
