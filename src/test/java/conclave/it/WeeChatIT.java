package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WeeChat, an IRC client of other people. */
class WeeChatIT {
  @TempDir Path folder;
  private RunningServer server;
  private Peer bob;

  @BeforeAll
  static void needsWeeChat() {
    Installed.orSkip("weechat-headless");
  }

  @BeforeEach
  void start() {
    server = RunningServer.start(folder.resolve("data"));
    bob = server.door().newIrc("bob", "away-notify");
  }

  @AfterEach
  void stop() {
    bob.close();
    server.close();
  }

  private WeeChat weechat(String... options) {
    return WeeChat.start(folder.resolve("weechat"), server.door(), "wanda", options);
  }

  @Test
  void itLogsInByScramAndNamesItsDevice() {
    server.door().account("wanda");
    try (WeeChat wanda =
        weechat(
            "-sasl_mechanism=scram-sha-256",
            "-sasl_username=wanda@weechat",
            "-sasl_password=" + Door.PASSWORD)) {
      wanda.awaitShown("Welcome to the Conclave network, wanda");
      try (Peer other = server.door().plain("wanda")) {
        other.send("/sessions").await("*weechat, irc from ::1, since *");
        other.send("/quit").await("Goodbye: *");
        other.expectClosed();
      }
      new Evening(wanda, "wanda", bob).pass();
    }
  }

  @Test
  void itShowsThePastOnceWithItsOwnTimes() {
    server.door().account("wanda");
    bob.send("JOIN #den").await(":conclave.local 366 bob #den *");
    bob.send("PRIVMSG #den :Before you came");
    bob.send("PRIVMSG #den :\u0001ACTION waits\u0001").skipAll();
    try (WeeChat wanda = weechat("-password=wanda:" + Door.PASSWORD)) {
      wanda.awaitShown("Welcome to the Conclave network, wanda");
      wanda.type("/join #den");
      bob.expect(":wanda!wanda@user/wanda JOIN #den");
      wanda.awaitShown("bob\tBefore you came");
      wanda.awaitShown(" *\tbob waits");
      bob.send("PRIVMSG #den :Good that you are here");
      wanda.awaitShown("bob\tGood that you are here");
      assertThat(wanda.shown()).containsOnlyOnce("Before you came").containsOnlyOnce("bob waits");
      assertThat(wanda.shown()).doesNotContain("Z] ");
    }
  }

  @Test
  void itLogsInByACertificate() {
    Installed.orSkip("openssl");
    ClientFiles files = ClientFiles.make(folder, "wanda");
    try (Peer other = server.door().newPlain("wanda")) {
      other.send("/cert add " + files.fingerprint());
      other.expect("That certificate logs you in from now on.");
    }
    bob.send("JOIN #den").await(":conclave.local 366 bob #den *");
    try (WeeChat wanda = weechat("-sasl_mechanism=external", "-ssl_cert=" + files.both())) {
      wanda.awaitShown("You are now logged in as wanda");
      wanda.awaitShown("Welcome to the Conclave network, wanda");
      wanda.type("/join #den");
      bob.expect(":wanda!wanda@user/wanda JOIN #den");
      wanda.type("/msg #den No password at all");
      bob.expect(":wanda!wanda@user/wanda PRIVMSG #den :No password at all");
    }
  }
}
