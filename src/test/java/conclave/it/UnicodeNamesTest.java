package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.name.Utf8;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names in letters of all scripts. */
class UnicodeNamesTest {
  @TempDir private static Path folder;

  private static RunningServer server;
  private static Door door;

  @BeforeAll
  static void start() {
    server =
        RunningServer.start(
            folder, "accounts.login=optional", "operators=[{account: Öperator, role: admin}]");
    door = server.door();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Peer unready(Door to, String nick) {
    return to.greeted().send("NICK " + nick).send("USER guest 0 * :Somebody");
  }

  @Test
  void aNickIsOneHoweverItIsTyped() {
    try (Peer zoe = door.guest("Zoë");
        Peer other = unready(door, "ZOË")) {
      other.await(":* 433 * ZOË :*");
      other.send("NICK zoe\u0308").await(":* 433 * zoë :*");
      other.send("NICK bob").skip(":* 422 *").send("PRIVMSG ZOË :hello");
      zoe.await(":bob!~guest@* PRIVMSG Zoë :hello");
      assertThat(other.ask("WHOIS zoË")).anyMatch(line -> line.contains(" 311 bob Zoë ~"));
      assertThat(other.ask("WHO z*Ë")).isNotEmpty();
      assertThat(other.ask("MONITOR + ZOË")).anyMatch(line -> line.contains(" 730 bob :Zoë!"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Жанна", "日本", "نورا", "Renée", "ひらカタ漢字Latin"})
  void aGuestMayBearAnyName(String nick) {
    try (Peer guest = unready(door, nick);
        Peer person = door.greeted().plain()) {
      guest.await(":* 001 " + nick + " :*, " + nick);
      guest.send("JOIN #имена").await(":" + nick + "!*@* JOIN *#имена*");
      guest.send("PRIVMSG #ИМЕНА :" + nick).skipAll();
      person.send("/nick other").send("/join ИМЕНА");
      person.await("*#имена " + nick + ": " + nick);
      person.send("/nick " + nick).await("! " + nick + " is taken.");
    }
  }

  @Test
  void whoLooksLikeSomebodyElseIsRefused() {
    door.account("scope");
    try (Peer racer = door.guest("racecap");
        Peer mallory = unready(door, "ѕсоре")) {
      mallory.await(":* 433 * ѕсоре :Nickname belongs to an account; *"); // all Cyrillic
      mallory.send("NICK гасесар").await(":* 433 * гасесар :*"); // so is this
      racer.expectNothingMore();
    }
  }

  @Test
  void lettersOfSeveralScriptsAreNoName() {
    try (Peer mallory = unready(door, "аlice")) {
      mallory.await(":* 432 * аlice :A name has letters of one script");
      mallory.send("NICK mallory").skip(":* 422 *").send("NICK bоb");
      mallory.await(":* 432 mallory bоb :A name has letters of one script");
      mallory.send("JOIN #lоbby").await(":* 403 mallory #lоbby :A name has letters of one script");
      mallory.send("JOIN #a\u3164b").await(":* 403 mallory #a\u3164b :*");
    }
    try (Peer mallory = door.greeted()) {
      mallory.send("CAP LS 302").send("REGISTER аlice * " + Door.PASSWORD);
      mallory.await("*FAIL REGISTER BAD_ACCOUNT_NAME аlice :A name has letters of one script");
    }
    try (Peer mallory = door.greeted().plain()) {
      mallory.send("/register аlice").send(Door.PASSWORD);
      mallory.await("! An account can't be called аlice: its letters are of several scripts.");
    }
  }

  @Test
  void aRoomIsOneHoweverItIsTyped() {
    try (Peer a = door.guest("a1");
        Peer b = door.guest("b2");
        Peer c = door.guest("c3")) {
      a.send("JOIN #Café").await(":a1!* JOIN #Café");
      b.send("JOIN #CAFÉ").await(":b2!* JOIN #Café");
      c.send("JOIN #cafe\u0301").await(":c3!* JOIN #Café");
      c.send("PRIVMSG #CAFE\u0301 :here").skipAll();
      a.await(":c3!* PRIVMSG #Café :here");
      b.await(":c3!* PRIVMSG #Café :here");
      a.send("MODE #café +b C3!*@*").send("KICK #CAFÉ C3 :out");
      c.await(":a1!* KICK #Café c3 :out");
    }
  }

  @Test
  void aBanCoversANameInAnyCase() {
    try (Peer founder = door.guest("founder");
        Peer boris = unready(door, "Борис").skip(":* 422 *")) {
      founder.send("JOIN #bans").send("MODE #bans +b БО?ИС").await(":* MODE #bans +b бо?ис!*");
      boris.send("JOIN #bans").await(":* 474 Борис #bans :*");
    }
  }

  @Test
  void anAccountLogsInUnderItsNameInAnyCase() {
    door.account("Жанна");
    try (Peer person = door.greeted().plain()) {
      person.send("/login ЖАННА").expect("The password of ЖАННА *");
      person.send(Door.PASSWORD).await("Welcome, Жанна. *");
    }
    try (Peer client = door.greeted()) {
      client.send("PASS жанна:" + Door.PASSWORD).send("NICK x").send("USER x 0 * :x");
      client.await(":* 900 * Жанна!*@user/Жанна Жанна :*");
      client.await(":* 001 Жанна :*");
    }
    try (Peer guest = unready(door, "ЖАННА")) {
      guest.await(":* 433 * ЖАННА :Nickname belongs to an account; *");
    }
  }

  @Test
  void anOperatorMayHaveAnyName() {
    door.account("ÖPERATOR");
    try (Peer operator = door.irc("öperator")) {
      assertThat(operator.ask("STATS u")).anyMatch(line -> line.contains(" 242 "));
      assertThat(operator.ask("KLINE жук!*@* :away")).noneMatch(line -> line.contains("FAIL"));
      try (Peer bug = unready(door, "ЖУК")) {
        bug.await("*465 *");
      }
    }
  }

  @Test
  void linesOfTheLongestNamesAreLines() {
    String nick = "Я".repeat(16);
    try (Peer long1 = unready(door, nick).skip(":* 422 *")) {
      assertThat(long1.ask("NICK " + "Я".repeat(17))).anyMatch(line -> line.contains(" 432 "));
      long1.send("JOIN #" + "я".repeat(31)).await("* 366 *");
      String text = "я".repeat(150);
      assertThat(long1.ask("PRIVMSG " + nick + " :" + text))
          .hasSize(1)
          .allMatch(line -> line.endsWith(text) && Utf8.length(line) <= 510);
      List<String> heard = long1.ask("WHOIS " + nick);
      assertThat(heard).isNotEmpty().allMatch(line -> Utf8.length(line) <= 510);
      long1.send("JOIN #" + "Ɐ".repeat(21)).skip("* 366 *");
      assertThat(long1.ask("PRIVMSG #" + "ɐ".repeat(21) + " :" + "x".repeat(380)))
          .singleElement()
          .asString()
          .contains(" 417 ");
      assertThat(long1.ask("PRIVMSG " + nick + " :" + "я".repeat(230)))
          .singleElement()
          .asString()
          .contains(" 417 ");
    }
  }

  @Test
  void whereAsciiIsWantedNothingElseIsGivenToAnybody(@TempDir Path other) {
    try (RunningServer before = RunningServer.start(other)) {
      before.door().account("Жанна");
      try (Peer peer = before.door().irc("Жанна")) {
        peer.send("JOIN #чай").await("* 366 *");
      }
    }
    try (RunningServer ascii =
            RunningServer.start(other, "accounts.login=optional", "server.casemapping=ascii");
        Peer guest = unready(ascii.door(), "Zoë")) {
      guest.await(":* 432 * Zoë :Names are ASCII here");
      guest.send("NICK zoe").await("* CASEMAPPING=ascii *");
      guest.skip(":* 422 *").send("NICK Zoë").await(":* 432 zoe Zoë :Names are ASCII here");
      guest.send("JOIN #кофе").await(":* 403 zoe #кофе :Names are ASCII here");
      guest.send("JOIN #ЧАЙ").await(":zoe!* JOIN #чай");
      try (Peer old = ascii.door().irc("жанна")) {
        old.send("JOIN #чай").await(":Жанна!* JOIN #чай");
      }
      try (Peer person = ascii.door().greeted().plain()) {
        person.send("/register Ёж").send(Door.PASSWORD);
        person.await("! Accounts have names in ASCII here: *");
      }
    }
  }

  @Test
  void theCasemappingIsSaid() {
    try (Peer peer = unready(door, "asker")) {
      peer.await("* CASEMAPPING=rfc7613 *");
    }
  }
}
