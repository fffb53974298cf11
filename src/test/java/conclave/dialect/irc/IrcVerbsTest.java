package conclave.dialect.irc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.command.Command;
import conclave.command.Command.Malformed;
import conclave.command.PastCommand;
import conclave.command.ServerCommand;
import conclave.command.UserAnswer;
import conclave.room.Reason;
import conclave.room.Refusal;
import conclave.room.SayKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IrcVerbsTest {
  private static Command read(String line) {
    return new IrcDialect().decode(line.getBytes(UTF_8));
  }

  private static Command refused(Reason reason, String... about) {
    return new Malformed(Refusal.of(reason, about));
  }

  @ParameterizedTest
  @CsvSource({
    "CAP, 1",
    "PASS, 1",
    "USER, 4",
    "AUTHENTICATE, 1",
    "PART, 1",
    "TOPIC, 1",
    "MODE, 1",
    "KICK, 2",
    "INVITE, 2"
  })
  void aVerbWithTooFewParametersSaysSo(String verb, int least) {
    assertThat(read(verb + " x".repeat(least - 1)))
        .isEqualTo(refused(Reason.NEED_MORE_PARAMETERS, verb));
    assertThat(read(verb + " x".repeat(least))).isNotInstanceOf(Malformed.class);
    assertThat(read(verb + " :")).isEqualTo(refused(Reason.NEED_MORE_PARAMETERS, verb));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"PONG", "QUIT", "NAMES", "LIST", "WHO", "MOTD", "LUSERS", "VERSION", "HELP"})
  void someVerbsNeedNoParameters(String verb) {
    assertThat(read(verb)).isNotInstanceOf(Malformed.class);
  }

  @Test
  void ircHasNumericsOfItsOwnForSomeMissingParameters() {
    assertThat(read("NICK")).isEqualTo(refused(Reason.NO_NICK_GIVEN));
    assertThat(read("NICK :")).isEqualTo(refused(Reason.NO_NICK_GIVEN));
    assertThat(read("PING")).isEqualTo(refused(Reason.NEED_MORE_PARAMETERS, "PING"));
    assertThat(read("PING :")).isEqualTo(refused(Reason.NO_ORIGIN));
    assertThat(read("SUMMON x")).isEqualTo(refused(Reason.SUMMON_IS_OFF));
    assertThat(read("USERS")).isEqualTo(refused(Reason.USERS_IS_OFF));
    assertThat(read("WHOWAS")).isEqualTo(refused(Reason.NO_NICK_GIVEN));
    assertThat(read("WHOIS")).isEqualTo(refused(Reason.NO_NICK_GIVEN));
    assertThat(read("PRIVMSG")).isEqualTo(refused(Reason.NO_RECIPIENT, "PRIVMSG"));
    assertThat(read("PRIVMSG :")).isEqualTo(refused(Reason.NO_RECIPIENT, "PRIVMSG"));
    assertThat(read("PRIVMSG #a")).isEqualTo(refused(Reason.NO_TEXT));
    assertThat(read("NOTICE")).isEqualTo(refused(Reason.NO_RECIPIENT, "NOTICE"));
    assertThat(read("NOTICE #a")).isEqualTo(refused(Reason.NO_TEXT));
  }

  @Test
  void aVerbThatIsNoneIsNamed() {
    assertThat(read("frobnicate x")).isEqualTo(refused(Reason.UNKNOWN_COMMAND, "FROBNICATE"));
  }

  @Test
  void eachVerbAsksWhatItSays() {
    Map<String, Command> lines =
        Map.ofEntries(
            Map.entry("CAP REQ :a b", new Command.Cap("REQ", List.of("a b"))),
            Map.entry("PASS a:b", new Command.Pass("a:b")),
            Map.entry("NICK alice", new Command.SetNick("alice")),
            Map.entry("USER al 0 * :Alice A.", new Command.SetUser("al", "Alice A.")),
            Map.entry("AUTHENTICATE +", new Command.Authenticate("+")),
            Map.entry("PING 1 2", new Command.Ping("1")),
            Map.entry("QUIT :bye all", new Command.Quit(Optional.of("bye all"))),
            Map.entry("JOIN #a,,#b k", new Command.Join(List.of("#a", "#b"), List.of("k"))),
            Map.entry("JOIN 0", new Command.PartAll()),
            Map.entry("JOIN", new Command.Join(List.of(), List.of())),
            Map.entry("JOIN :", new Command.Join(List.of(), List.of())),
            Map.entry("PART #a,#b :x y", new Command.Part(List.of("#a", "#b"), Optional.of("x y"))),
            Map.entry("PRIVMSG #a,b :hi", say(SayKind.PRIVMSG)),
            Map.entry("notice #a,b hi", say(SayKind.NOTICE)),
            Map.entry("TOPIC #a", new Command.Topic(Optional.of("#a"), Optional.empty())),
            Map.entry("TOPIC #a :", new Command.Topic(Optional.of("#a"), Optional.of(""))),
            Map.entry("NAMES #a,#b", new Command.Names(List.of("#a", "#b"))),
            Map.entry("LIST", new Command.ListRooms(List.of())),
            Map.entry("MODE #a +ov b c", mode()),
            Map.entry("KICK #a b,c", new Command.Kick("#a", List.of("b", "c"), Optional.empty())),
            Map.entry("INVITE", new Command.Invitations()),
            Map.entry("INVITE b #a", new Command.Invite("b", "#a")),
            Map.entry("WHO b*", who(false, "", "0")),
            Map.entry("WHO b* o%nt,7", who(true, "%nt", "7")),
            Map.entry("WHO b* %n,x", who(false, "%n", "0")),
            Map.entry("WHOIS a,b", new Command.Whois(Optional.empty(), List.of("a", "b"))),
            Map.entry("WHOWAS b 3", new Command.Whowas("b", 3)),
            Map.entry("ISON :a b", new Command.Ison(List.of("a", "b"))),
            Map.entry("MONITOR + a,b", new Command.Monitor("+", List.of("a", "b"))),
            Map.entry("AWAY :tea", new Command.SetAway(Optional.of("tea"))),
            Map.entry("LINKS x *.y", new ServerCommand.Links("*.y")),
            Map.entry("KILL b :no", new Command.Kill("b", Optional.of("no"))),
            Map.entry("WHOIS server bob", new Command.Whois(Optional.of("server"), List.of("bob"))),
            Map.entry("HELP join", new Command.Help(Optional.of("join"))));
    lines.forEach((line, command) -> assertThat(read(line)).as(line).isEqualTo(command));
  }

  @Test
  void historyMayBeAskedForFromTheBeginning() {
    String epoch = "timestamp=1970-01-01T00:00:00.000Z";
    assertThat(read("CHATHISTORY TARGETS " + epoch + " timestamp=1970-01-01T00:00:01.000Z 50"))
        .isEqualTo(new PastCommand.ReadTargets(0, 1_000, 50));
    assertThat(read("CHATHISTORY AFTER #a timestamp=1969-12-31T23:59:59.000Z 50"))
        .isEqualTo(refused(Reason.BAD_EXCERPT, "AFTER", "timestamp=1969-12-31T23:59:59.000Z"));
    assertThat(read("MARKREAD #a " + epoch)).isEqualTo(refused(Reason.BAD_MARK, "#a", epoch));
  }

  private static Command say(SayKind kind) {
    return new Command.Say(List.of("#a", "b"), kind, "hi");
  }

  private static Command who(boolean operatorsOnly, String letters, String token) {
    return new Command.Who(
        Optional.of("b*"), operatorsOnly, new UserAnswer.WhoFields(letters, token));
  }

  private static Command mode() {
    return new Command.Mode("#a", Optional.of("+ov"), List.of("b", "c"));
  }

  @Test
  void secretsAreNotPrinted() {
    assertThat(read("PASS alice:sesame").toString()).doesNotContain("sesame");
    assertThat(read("AUTHENTICATE c2VzYW1l").toString()).doesNotContain("c2VzYW1l");
  }
}
