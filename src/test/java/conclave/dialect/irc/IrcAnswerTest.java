package conclave.dialect.irc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.command.Capabilities;
import conclave.dialect.Answer;
import conclave.dialect.Dialect.Recipient;
import org.junit.jupiter.api.Test;

/** IRCv3 labeled-response. */
class IrcAnswerTest {
  private static final String BEGIN = "@label=a\\sb :irc.example BATCH +r1 labeled-response\r\n";
  private static final String PAST =
      ":irc.example BATCH +h chathistory #a\r\n@batch=h :n 1\r\n:irc.example BATCH -h\r\n";
  private static final String END = ":irc.example BATCH -r1\r\n";

  private final Answer answer =
      new IrcAnswer("a b", "r1", new Recipient("bob", "irc.example", Capabilities.NONE));

  private String add(String lines) {
    return new String(answer.add(lines.getBytes(UTF_8)), UTF_8);
  }

  private String giveWay() {
    return new String(answer.giveWay(), UTF_8);
  }

  private String end() {
    return new String(answer.end(), UTF_8);
  }

  @Test
  void noAnswerIsAcknowledgedOnce() {
    assertThat(giveWay()).isEmpty();
    assertThat(end()).isEqualTo("@label=a\\sb :irc.example ACK\r\n");
    assertThat(end()).isEmpty();
  }

  @Test
  void oneLineBearsTheLabel() {
    assertThat(add(":irc.example PONG é\r\n")).isEmpty();
    assertThat(end()).isEqualTo("@label=a\\sb :irc.example PONG é\r\n");
  }

  @Test
  void aLineWithTagsKeepsThem() {
    add("@time=1 :n!u@h PRIVMSG #a :hi\r\n");
    assertThat(end()).isEqualTo("@label=a\\sb;time=1 :n!u@h PRIVMSG #a :hi\r\n");
  }

  @Test
  void severalLinesAreABatch() {
    add(":irc.example 1\r\n@time=1 :irc.example 2\r\n");
    add(":irc.example 3\r\n");
    assertThat(end())
        .isEqualTo(
            BEGIN
                + "@batch=r1 :irc.example 1\r\n@batch=r1;time=1 :irc.example 2\r\n"
                + "@batch=r1 :irc.example 3\r\n"
                + END);
  }

  @Test
  void aWholeBatchBearsTheLabelItself() {
    add(PAST);
    assertThat(end()).isEqualTo("@label=a\\sb " + PAST);
  }

  @Test
  void aBatchAmongOtherLinesStaysWhole() {
    add(PAST);
    add(":irc.example 2\r\n");
    assertThat(end())
        .isEqualTo(
            BEGIN
                + "@batch=r1 :irc.example BATCH +h chathistory #a\r\n@batch=h :n 1\r\n"
                + "@batch=r1 :irc.example BATCH -h\r\n@batch=r1 :irc.example 2\r\n"
                + END);
  }

  @Test
  void whatHasToGiveWayOpensTheBatch() {
    add(":irc.example 1\r\n");
    assertThat(giveWay()).isEqualTo(BEGIN + "@batch=r1 :irc.example 1\r\n");
    assertThat(giveWay()).isEmpty();
    assertThat(add(":irc.example 2\r\n")).isEqualTo("@batch=r1 :irc.example 2\r\n");
    assertThat(end()).isEqualTo(END);
    assertThat(add(":irc.example 3\r\n")).isEqualTo(":irc.example 3\r\n");
  }
}
