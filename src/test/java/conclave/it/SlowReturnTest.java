package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Who leaves a room while it is behind there, and comes back, is shown each stay whole: what it
 * missed, that it left, that it is there again, and what came then.
 */
class SlowReturnTest extends SlowReading {
  private static final String BOB = ":bob!bob@user/bob ";
  private static final String ALICE = ":alice!alice@user/alice ";

  /** Alice sees it come back, and so it has happened. */
  private void happens(Peer by, String line, String shown) {
    by.send(line);
    alice.await(shown);
  }

  private void says(String text) {
    happens(alice, "PRIVMSG #den :" + text, ALICE + "PRIVMSG #den :" + text);
  }

  private void comesIn(Peer bob) {
    happens(bob, "JOIN #den", BOB + "JOIN #den");
  }

  private void parts(Peer bob) {
    happens(bob, "PART #den :tired", BOB + "PART #den :tired");
  }

  private void kicksBob() {
    happens(alice, "KICK #den bob :too slow", ALICE + "KICK #den bob :too slow");
  }

  private static void expectEntered(Peer bob, String room) {
    bob.expect(BOB + "JOIN " + room);
    bob.expect(":* 332 bob " + room + " :Slow food");
    bob.expect(":* 333 bob " + room + " alice!* *");
    bob.expect(":* 353 bob = " + room + " :~alice bob");
    bob.expect(":* 366 bob " + room + " :*");
  }

  /** Bob, who reads nothing any more, and has missed something. */
  private Peer behind(String... capabilities) {
    happens(alice, "TOPIC #den :Slow food", ALICE + "TOPIC #den :Slow food");
    Peer bob = enters(server.door().newIrc("bob", capabilities));
    bob.turnDeaf();
    talkUntilBehind("#den", 1);
    return bob;
  }

  @Test
  void afterAPart() {
    try (Peer bob = behind()) {
      parts(bob);
      says("among us");
      comesIn(bob);
      says("welcome back");
      bob.hearAgain();
      expectAll(bob, i -> fromAlice("#den", i));
      bob.expect(BOB + "PART #den :tired");
      expectEntered(bob, "#den");
      bob.expect(ALICE + "PRIVMSG #den :welcome back");
      says("and now?");
      bob.expect(ALICE + "PRIVMSG #den :and now?");
      bob.expectNothingMore();
    }
  }

  @Test
  void afterAKick() {
    try (Peer bob = behind()) {
      kicksBob();
      says("among us");
      comesIn(bob);
      says("welcome back");
      bob.hearAgain();
      expectAll(bob, i -> fromAlice("#den", i));
      bob.expect(ALICE + "KICK #den bob :too slow");
      expectEntered(bob, "#den");
      bob.expect(ALICE + "PRIVMSG #den :welcome back");
      bob.expectNothingMore();
    }
  }

  @Test
  void afterSeveralStaysOfWhichItHasSeenNothing() {
    try (Peer bob = behind()) {
      parts(bob);
      says("among us");
      comesIn(bob);
      says("one");
      parts(bob);
      says("among us again");
      comesIn(bob);
      says("two");
      bob.hearAgain();
      expectAll(bob, i -> fromAlice("#den", i));
      bob.expect(BOB + "PART #den :tired");
      bob.expect(BOB + "JOIN #den");
      bob.expect(ALICE + "PRIVMSG #den :one");
      bob.expect(BOB + "PART #den :tired");
      expectEntered(bob, "#den");
      bob.expect(ALICE + "PRIVMSG #den :two");
      bob.expectNothingMore();
    }
  }

  @Test
  void whoIsOutAgainByThenIsNotToldWhatIsThereNow() {
    try (Peer bob = behind()) {
      parts(bob);
      comesIn(bob);
      says("one");
      kicksBob();
      happens(alice, "TOPIC #den :Secrets", ALICE + "TOPIC #den :Secrets");
      bob.hearAgain();
      expectAll(bob, i -> fromAlice("#den", i));
      bob.expect(BOB + "PART #den :tired");
      bob.expect(BOB + "JOIN #den");
      bob.expect(ALICE + "PRIVMSG #den :one");
      bob.expect(ALICE + "KICK #den bob :too slow");
      bob.expectNothingMore();
    }
  }

  @Test
  void whatTheRoomIsCalledByThen() {
    try (Peer bob = behind()) {
      parts(bob);
      comesIn(bob);
      says("one");
      alice.send("RENAME #den #cave").await(":* 366 alice #cave *");
      happens(alice, "PRIVMSG #cave :two", ALICE + "PRIVMSG #cave :two");
      bob.hearAgain();
      expectAll(bob, i -> fromAlice("#den", i));
      bob.expect(BOB + "PART #den :tired");
      expectEntered(bob, "#cave");
      bob.expect(ALICE + "PRIVMSG #cave :one");
      bob.expect(ALICE + "PRIVMSG #cave :two");
      bob.expectNothingMore();
    }
  }

  @Test
  void aLabelIsAnsweredWhenItIsShownToBeIn() {
    try (Peer bob = behind("batch", "labeled-response")) {
      parts(bob);
      happens(bob, "@label=a1 JOIN #den", BOB + "JOIN #den");
      bob.hearAgain();
      expectAll(bob, i -> fromAlice("#den", i));
      bob.expect(BOB + "PART #den :tired");
      bob.expect("@label=a1 :* BATCH +* labeled-response");
      bob.expect("@batch=* " + BOB + "JOIN #den");
      bob.expect("@batch=* :* 332 bob #den :Slow food");
      bob.expect("@batch=* :* 333 bob #den alice!* *");
      bob.expect("@batch=* :* 353 bob = #den :~alice bob");
      bob.expect("@batch=* :* 366 bob #den :*");
      bob.expect(":* BATCH -*");
      bob.expectNothingMore();
    }
  }

  @Test
  void aGuestWhoLogsInAsSomebodyWhoIsHereSeesTheGuestsStayFirst() {
    server.close();
    server =
        RunningServer.start(
            folder,
            "limits.send-queue=64KiB",
            "history.replay-on-join=0",
            "accounts.login=optional",
            "accounts.grace=1h");
    alice = server.door().irc("alice", "echo-message");
    alice.send("JOIN #den").await("* 366 *");
    try (Peer bob = enters(server.door().newIrc("bob"));
        Peer guest = enters(server.door().guest("bo"))) {
      guest.turnDeaf();
      talkUntilBehind("#den", 1);
      guest.send("PRIVMSG NickServ :IDENTIFY bob " + Door.PASSWORD);
      alice.await(":bo!~bo@* QUIT :Logged in as bob");
      says("among us");
      guest.hearAgain();
      for (int i = 0; i < said; i++) {
        String line =
            guest.expectPassing(":*You are *logged in as bob*"); // an answer does not wait
        assertThat(line).isEqualTo(fromAlice("#den", i));
      }
      assertThat(guest.expectPassing(":*You are *logged in as bob*"))
          .matches(":bo!\\S+ PART #den :Logged in as bob");
      guest.expect(":bo!~bo@* NICK bob");
      guest.expect(BOB + "JOIN #den");
      guest.skip(":* 366 bob #den :*");
      says("welcome");
      guest.expect(ALICE + "PRIVMSG #den :welcome");
      guest.expectNothingMore();
      bob.skip(ALICE + "PRIVMSG #den :welcome");
    }
  }

  @Test
  void whereNothingIsKeptWhoGoesTakesNothingFromOthers() {
    happens(alice, "MODE #den +E", ALICE + "MODE #den +E");
    try (Peer bob = enters(server.door().newIrc("bob"));
        Peer carl = enters(server.door().newIrc("carl"))) {
      bob.turnDeaf();
      while (server.slowReaders() == 0) {
        talk("#den", LINES_AT_ONCE);
      }
      talk("#den", 1);
      for (int i = 0; i < said; i++) {
        assertThat(carl.expectPassing(BOB + "QUIT *")).isEqualTo(fromAlice("#den", i));
      }
    }
  }
}
