package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server knew, it knows again when it is started on the same folder. */
class RestartTest {
  @TempDir Path folder;

  @Test
  void accountsRoomsAndWhatWasSaidSurvive() {
    Door before;
    try (RunningServer server = RunningServer.start(folder)) {
      before = server.door();
      try (Peer alice = before.newIrc("alice", "echo-message");
          Peer bob = before.newPlain("bob")) {
        alice.send("JOIN #den");
        alice.await(":* 366 *");
        alice.send("TOPIC #den :What lasts");
        alice.expect(":alice!* TOPIC #den :What lasts");
        alice.send("MODE #den +k-t swordfish");
        alice.expect(":alice!* MODE #den +k-t swordfish");
        alice.send("MODE #den +bb mallory ~q:~a:eve");
        alice.expect(":alice!* MODE #den +bb mallory!*@* ~q:~a:eve");
        alice.send("JOIN #hall");
        alice.await(":* 366 *");
        alice.send("MODE #den +fcuT #hall");
        alice.expect(":alice!* MODE #den +fcuT #hall");
        bob.send("/join den swordfish");
        bob.await("In #den: ~alice bob");
        bob.send("/msg @#den For those above");
        bob.expect("[*] @#den bob: For those above");
        bob.send("Will this be here tomorrow?");
        bob.expect("[*] #den bob: Will this be here tomorrow?");
        sayWhatLastsAndLeave(alice);
      }
    }
    try (RunningServer server = RunningServer.start(folder)) {
      assertThat(server.door().fingerprint()).isEqualTo(before.fingerprint());
      assertThat(server.firstCode()).isEmpty();
      try (Peer bob = server.door().plain("bob");
          Peer alice = server.door().irc("alice")) {
        bob.send("/join den");
        bob.expect("! #den does not let you in, and sends you on to #hall.");
        bob.await("In #hall: bob");
        theFounderFindsAllAsItWas(alice);
      }
    }
  }

  private static void sayWhatLastsAndLeave(Peer alice) {
    alice.send("METADATA * SET avatar :picture");
    alice.await(":conclave.local 761 alice alice avatar * :picture");
    alice.send("METADATA #den SET homepage :https://agora.example/");
    alice.expect(":conclave.local 761 alice #den homepage * :https://agora.example/");
    alice.send("MARKREAD #den timestamp=2026-01-04T14:33:26.123Z");
    alice.expect(":conclave.local MARKREAD #den timestamp=2026-01-04T14:33:26.123Z");
    alice.send("PART #den");
    alice.await(":alice!* PART #den");
  }

  /** Comes in without a key, and is the founder again. */
  private static void theFounderFindsAllAsItWas(Peer alice) {
    alice.send("JOIN #den");
    alice.expect(":alice!alice@user/alice JOIN #den");
    alice.expect(":alice!alice@user/alice MODE #den +q alice");
    alice.expect(":conclave.local 332 alice #den :What lasts");
    alice.expect(":conclave.local 333 alice #den alice!alice@user/alice *");
    alice.expect(":conclave.local 353 alice = #den :~alice");
    alice.expect(":conclave.local 366 alice #den *");
    alice.expect(":bob!bob@user/bob PRIVMSG @#den :[*] For those above");
    alice.expect(":bob!bob@user/bob PRIVMSG #den :[*] Will this be here tomorrow?");
    alice.send("MODE #den");
    alice.expect(":conclave.local 324 alice #den +kfncTu swordfish #hall");
    alice.expect(":conclave.local 329 alice #den *");
    alice.send("METADATA alice LIST");
    alice.expect(":conclave.local 761 alice alice avatar * :picture");
    alice.send("METADATA #den LIST");
    alice.expect(":conclave.local 761 alice #den homepage * :https://agora.example/");
    alice.send("MARKREAD #den");
    alice.expect(":conclave.local MARKREAD #den timestamp=2026-01-04T14:33:26.123Z");
    alice.send("MODE #den b");
    alice.expect(":conclave.local 367 alice #den mallory!*@* *");
    alice.expect(":conclave.local 367 alice #den ~q:~a:eve alice *");
  }

  @Test
  void whoIsConnectedIsToldThatTheServerCloses() {
    RunningServer server = RunningServer.start(folder);
    try (Peer alice = server.door().newIrc("alice");
        Peer bob = server.door().newPlain("bob")) {
      server.close();
      alice.expect("ERROR :The server is shutting down");
      alice.expectClosed();
      bob.expect("Goodbye: The server is shutting down");
      bob.expectClosed();
    }
  }
}
