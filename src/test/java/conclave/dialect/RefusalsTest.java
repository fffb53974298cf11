package conclave.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.command.Capabilities;
import conclave.command.Reply;
import conclave.dialect.Dialect.Recipient;
import conclave.dialect.irc.IrcDialect;
import conclave.dialect.plain.PlainDialect;
import conclave.room.Reason;
import conclave.room.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalsTest {
  private static final Recipient BOB = new Recipient("bob", "irc.example", Capabilities.NONE);

  private static String irc(Reason reason, String... about) {
    Reply refused = new Reply.Refused(Refusal.of(reason, about));
    return new String(new IrcDialect().renderer().reply(refused, BOB), UTF_8);
  }

  private static String plain(Reason reason, String... about) {
    Reply refused = new Reply.Refused(Refusal.of(reason, about));
    return new String(new PlainDialect().renderer().reply(refused, BOB), UTF_8);
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyRefusalHasANumericOrAStandardReply(Reason reason) {
    assertThat(irc(reason, "x", "y"))
        .matches(":irc\\.example (\\d{3} bob (\\S+ )*:.+|FAIL \\S+ [A-Z0-9_]+( \\S+)* :.+)\r\n");
    assertThat(irc(reason)).matches(":irc\\.example (\\d{3} bob|FAIL) .*\r\n");
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyRefusalHasASentence(Reason reason) {
    assertThat(plain(reason, "x", "y")).matches("! [A-Zx#].{5,}\n");
    assertThat(plain(reason)).matches("! .{5,}\n");
  }

  @ParameterizedTest
  @CsvSource({
    "NO_SUCH_ROOM, 403",
    "NOT_IN_ROOM, 442",
    "CANNOT_SAY, 404",
    "ROOM_IS_FULL, 471",
    "INVITE_ONLY, 473",
    "BANNED, 474",
    "WRONG_KEY, 475",
    "NEEDS_OPERATOR, 482",
    "BAD_NICK, 432",
    "NICK_IN_USE, 433",
    "NO_SUCH_NICK, 401",
    "UNKNOWN_COMMAND, 421",
    "NEED_MORE_PARAMETERS, 461",
    "NO_RECIPIENT, 411",
    "NO_TEXT, 412",
    "LINE_TOO_LONG, 417",
    "NO_NICK_GIVEN, 431",
    "NOT_REGISTERED, 451",
    "ALREADY_REGISTERED, 462",
    "WRONG_PASSWORD, 464",
    "SASL_FAILED, 904",
    "SASL_TOO_LONG, 905",
    "SASL_ABORTED, 906",
    "SASL_ALREADY, 907",
    "TARGET_NOT_IN_ROOM, 441",
    "TARGET_ALREADY_IN_ROOM, 443",
    "LIST_IS_FULL, 478",
    "TOO_MANY_ROOMS, 405",
    "FORWARDED, 470",
    "ACCOUNTS_ONLY, 477",
    "ACCOUNTS_SPEAK_ONLY, 404",
    "NO_CTCP_HERE, 404",
    "NO_NOTICES_HERE, 404",
    "MODE_LACKS_PARAMETER, 696",
    "BAD_MODE_PARAMETER, 696",
    "NO_MOTD, 422"
  })
  void aRefusalHasTheNumericThatClientsKnow(Reason reason, String numeric) {
    assertThat(irc(reason, "x")).startsWith(":irc.example " + numeric + " bob ");
  }

  @Test
  void aRefusalSaysWhatItIsAbout() {
    assertThat(irc(Reason.TARGET_NOT_IN_ROOM, "zoe", "#lobby"))
        .isEqualTo(":irc.example 441 bob zoe #lobby :They aren't on that channel\r\n");
    assertThat(plain(Reason.NO_SUCH_ROOM, "#x")).isEqualTo("! There is no room #x.\n");
    assertThat(irc(Reason.NO_SUCH_NICK, ":a b")).contains(" 401 bob * :");
  }

  @Test
  void whatOthersWroteDoesNotDriveATerminal() {
    assertThat(plain(Reason.NO_SUCH_NICK, "\u001b[2Jx\r\ny"))
        .isEqualTo("! Nobody here is called [2Jxy.\n");
  }
}
