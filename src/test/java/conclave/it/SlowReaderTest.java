package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who reads more slowly than the others talk is not dropped, and misses nothing. */
class SlowReaderTest extends SlowReading {
  @Test
  void aRoomIsShownWholeAndInItsOrder() {
    try (Peer bob = enters(server.door().newIrc("bob"));
        Peer carl = server.door().newPlain("carl")) {
      carl.send("/join den").await("In #den: *");
      alice.await(":carl!carl@user/carl JOIN #den");
      bob.expect(":carl!carl@user/carl JOIN #den");
      bob.turnDeaf();
      carl.turnDeaf();
      talkUntilBehind("#den", 2);
      talk("#den", LINES_AT_ONCE);
      alice.send("TOPIC #den :Slow food");
      alice.await(":alice!alice@user/alice TOPIC #den :Slow food");
      bob.hearAgain();
      carl.hearAgain();
      expectAll(bob, i -> fromAlice("#den", i));
      bob.expect(":alice!alice@user/alice TOPIC #den :Slow food");
      expectAll(carl, i -> "[*] #den alice: " + i + " " + LONG);
      carl.expect("[*] #den alice set the topic: Slow food");
      alice.send("PRIVMSG #den :and now?");
      bob.expect(":alice!alice@user/alice PRIVMSG #den :and now?");
      carl.expect("[*] #den alice: and now?");
      assertThat(server.slowReaders()).isZero();
    }
  }

  @Test
  void aConversationIsShownWholeAndInItsOrder() {
    try (Peer bob = server.door().newIrc("bob")) {
      bob.turnDeaf();
      talkUntilBehind("bob", 1);
      talk("bob", LINES_AT_ONCE);
      await().until(server::slow, slow -> slow == 1);
      bob.hearAgain();
      expectAll(bob, i -> fromAlice("bob", i));
      await().until(server::slow, slow -> slow == 0);
      alice.send("PRIVMSG bob :and now?");
      bob.expect(":alice!alice@user/alice PRIVMSG bob :and now?");
      bob.expectNothingMore();
    }
  }

  @Test
  void whoIsThrownOutSeesAllUpToThatAndNothingAfterIt() {
    try (Peer bob = enters(server.door().newIrc("bob"))) {
      bob.turnDeaf();
      talkUntilBehind("#den", 1);
      alice.send("KICK #den bob :too slow");
      alice.await(":alice!alice@user/alice KICK #den bob :too slow");
      alice.send("PRIVMSG #den :among us");
      alice.await(":alice!alice@user/alice PRIVMSG #den :among us");
      bob.hearAgain();
      expectAll(bob, i -> fromAlice("#den", i));
      bob.expect(":alice!alice@user/alice KICK #den bob :too slow");
      bob.expectNothingMore();
    }
  }

  @Test
  void aRoomThatWasLeftIsShownToItsEndThoughAnotherHasItsNameByThen() {
    try (Peer bob = enters(server.door().newIrc("bob"))) {
      bob.turnDeaf();
      talkUntilBehind("#den", 1);
      alice.send("KICK #den bob :too slow");
      alice.await(":alice!alice@user/alice KICK #den bob :too slow");
      alice.send("RENAME #den #cave").send("JOIN #den").await(":* 366 alice #den *");
      alice.send("PRIVMSG #den :of another room");
      alice.await(":alice!alice@user/alice PRIVMSG #den :of another room");
      bob.hearAgain();
      expectAll(bob, i -> fromAlice("#den", i));
      bob.expect(":alice!alice@user/alice KICK #den bob :too slow");
      bob.expectNothingMore();
    }
  }

  @Test
  void whatOneSaysOneselfIsShownOnceInItsPlaceAndAnswersItsLabel() {
    try (Peer bob =
            enters(server.door().newIrc("bob", "echo-message", "batch", "labeled-response"));
        Peer mute = enters(server.door().newIrc("mute"))) {
      bob.expect(":mute!mute@user/mute JOIN #den");
      bob.turnDeaf();
      mute.turnDeaf();
      talkUntilBehind("#den", 2);
      bob.send("@label=a1 PRIVMSG #den :me too");
      alice.await(":bob!bob@user/bob PRIVMSG #den :me too");
      mute.send("PRIVMSG #den :and me");
      alice.await(":mute!mute@user/mute PRIVMSG #den :and me");
      bob.hearAgain();
      mute.hearAgain();
      expectAll(bob, i -> fromAlice("#den", i));
      bob.expect("@label=a1 :bob!bob@user/bob PRIVMSG #den :me too");
      bob.expect(":mute!mute@user/mute PRIVMSG #den :and me");
      bob.expectNothingMore();
      expectAll(mute, i -> fromAlice("#den", i));
      mute.expect(":bob!bob@user/bob PRIVMSG #den :me too");
      mute.expectNothingMore();
    }
  }

  @Test
  void aRoomThatGetsAnotherNameMeanwhileIsShownWholeUnderThatName() {
    try (Peer bob = enters(server.door().newIrc("bob", "draft/channel-rename"))) {
      bob.turnDeaf();
      talkUntilBehind("#den", 1);
      alice.send("RENAME #den #cave :bigger");
      alice.await(":alice!alice@user/alice PART #den *");
      int before = said;
      bob.hearAgain();
      List<String> heard = bob.readUntil(":* RENAME #den #cave :bigger");
      int old = heard.size() - 1;
      for (int i = old; i < before; i++) {
        bob.expect(fromAlice("#cave", i));
      }
      bob.expectNothingMore();
    }
  }

  @Test
  void whoReadsNothingAtAllIsDroppedInTheEnd() {
    server.close();
    server = RunningServer.start(folder, "limits.send-queue=64KiB", "limits.ping=5s");
    alice = server.door().irc("alice", "echo-message");
    alice.send("JOIN #den").await("* 366 *");
    try (Peer bob = enters(server.door().newIrc("bob"))) {
      bob.turnDeaf();
      talkUntilBehind("#den", 1);
      await()
          .atMost(Peer.PATIENCE)
          .until(
              () -> {
                alice.send("PING here");
                return server.slowReaders() == 1;
              });
      alice.await(":bob!bob@user/bob QUIT :Send queue exceeded: you read too slowly");
    }
  }

  @Test
  void whatIsNotForItsRankIsNotShownLateEither() {
    alice.send("MODE #den +u").await(":alice!alice@user/alice MODE #den +u");
    try (Peer bob = enters(server.door().newIrc("bob"));
        Peer dave = enters(server.door().newIrc("dave"))) {
      alice.send("MODE #den +o dave").await(":alice!alice@user/alice MODE #den +o dave");
      dave.expect(":alice!alice@user/alice MODE #den +o dave");
      bob.turnDeaf();
      dave.turnDeaf();
      talkUntilBehind("#den", 2);
      alice.send("PRIVMSG @#den :between us").await("*PRIVMSG @#den :between us");
      try (Peer carl = enters(server.door().newIrc("carl"))) {
        carl.send("PART #den");
        alice.await(":carl!carl@user/carl PART #den");
      }
      talk("#den", 1);
      int all = said;
      bob.hearAgain();
      dave.hearAgain();
      bob.expectPassing("*MODE #den +o dave");
      for (int i = 1; i < all; i++) {
        bob.expect(fromAlice("#den", i));
      }
      bob.expectNothingMore();
      for (int i = 0; i < all - 1; i++) {
        dave.expect(fromAlice("#den", i));
      }
      dave.expect(":alice!alice@user/alice PRIVMSG @#den :between us");
      dave.expect(":carl!carl@user/carl JOIN #den");
      dave.expect(":carl!carl@user/carl PART #den");
      dave.expect(fromAlice("#den", all - 1));
      dave.expectNothingMore();
    }
  }
}
