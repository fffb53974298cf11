package conclave.dialect.irc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.command.Capabilities;
import conclave.command.Capability;
import conclave.command.Command;
import conclave.command.Command.Malformed;
import conclave.dialect.Dialects;
import conclave.room.Reason;
import conclave.room.Refusal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IrcDialectTest {
  private static final Command TOO_LONG = new Malformed(Refusal.of(Reason.LINE_TOO_LONG));

  private final IrcDialect irc = new IrcDialect();

  private Command decode(String line) {
    return irc.decode(line.getBytes(UTF_8));
  }

  @Test
  void aBodyHas510BytesAtMost() {
    String line = "PING " + "é".repeat(252) + "x";
    assertThat(line.getBytes(UTF_8)).hasSize(510);
    assertThat(decode(line)).isInstanceOf(Command.Ping.class);
    assertThat(decode(line + "x")).isEqualTo(TOO_LONG);
  }

  @Test
  void tagsHave4094BytesAtMostAndDoNotCountForTheBody() {
    String tags = "@a=" + "x".repeat(4092) + " ";
    String body = "PING " + "x".repeat(505);
    assertThat(decode(tags + body)).isInstanceOf(Command.Ping.class);
    assertThat(decode(tags + body + "x")).isEqualTo(TOO_LONG);
    assertThat(decode("@x" + tags.substring(1) + body)).isEqualTo(TOO_LONG);
  }

  @Test
  void aLineOfTagsAloneIsNothing() {
    assertThat(decode("@a=b")).isEqualTo(new Command.Nothing());
    assertThat(decode("@a=b ")).isEqualTo(new Command.Nothing());
    assertThat(decode("")).isEqualTo(new Command.Nothing());
    assertThat(decode("   ")).isEqualTo(new Command.Nothing());
  }

  @Test
  void whatIsNoUtf8IsRefusedWithItsVerb() {
    assertThat(irc.decode("privmsg #a :\u00ff".getBytes(ISO_8859_1)))
        .isEqualTo(new Malformed(Refusal.of(Reason.NOT_UTF8, "PRIVMSG")));
    assertThat(irc.decode("\u00ff\u00fe".getBytes(ISO_8859_1)))
        .isEqualTo(new Malformed(Refusal.of(Reason.NOT_UTF8, "*")));
  }

  @Test
  void aLineThatCannotBeReadIsAnsweredUnderItsLabelWhereThatIsHarmless() {
    Command notUtf8 = new Malformed(Refusal.of(Reason.NOT_UTF8, "PRIVMSG"));
    assertThat(irc.decode("@label=x1 privmsg #a :\u00ff".getBytes(ISO_8859_1)))
        .isEqualTo(new Command.Labelled("x1", notUtf8));
    assertThat(irc.decode("@label=\u00ff privmsg #a :x".getBytes(ISO_8859_1))).isEqualTo(notUtf8);
    assertThat(decode("@label=x\\rQUIT PRIVMSG #a :x\0y"))
        .isEqualTo(new Malformed(Refusal.of(Reason.UNKNOWN_COMMAND, "PRIVMSG")));
    assertThat(decode("@label=x2 PRIVMSG #a :" + "x".repeat(600)))
        .isEqualTo(new Command.Labelled("x2", TOO_LONG));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PRIVMSG #a :x\0y", "PRIVMSG #a :x\ry"})
  void noLineHasNulOrCrInIt(String line) {
    assertThat(decode(line))
        .isEqualTo(new Malformed(Refusal.of(Reason.UNKNOWN_COMMAND, "PRIVMSG")));
  }

  @Property(tries = 2000)
  void noBytesMakeItThrow(@ForAll @Size(max = 600) byte[] line) {
    assertThat(irc.decode(line)).isNotNull();
    assertThat(Dialects.of(line).decode(line)).isNotNull();
  }

  @Property(tries = 1000)
  void noLineOfAKnownVerbMakesItThrow(@ForAll String rest, @ForAll int which) {
    String verb = IrcVerbs.all().get(Math.floorMod(which, IrcVerbs.all().size())).name();
    assertThat(decode(verb + " " + rest)).isNotNull();
  }

  @Test
  void onlyWhoAskedForItSeesAnEcho() {
    assertThat(irc.isEchoed(Capabilities.NONE)).isFalse();
    assertThat(irc.isEchoed(Capabilities.of(Capability.ECHO_MESSAGE))).isTrue();
    assertThat(irc.name()).isEqualTo("irc");
    assertThat(irc.opening()).isEqualTo(new Command.Nothing());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CAP LS 302", "cap ls", "NICK alice", "nick", "USER a 0 * :A", "PASS x",
            "AUTHENTICATE PLAIN",
        "PING x", "QUIT", "JOIN #a", "PRIVMSG #a :x", "@a=b PRIVMSG #a :x", ":x NICK a",
            "REGISTER a"
      })
  void anIrcClientIsKnownByItsFirstLine(String line) {
    assertThat(Dialects.of(line.getBytes(UTF_8)).name()).isEqualTo("irc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login alice", "hello", "who", "join #a", "HELP", "help", " ", "é", "/"})
  void anybodyElseIsAPerson(String line) {
    assertThat(Dialects.of(line.getBytes(UTF_8)).name()).isEqualTo("plain");
  }
}
