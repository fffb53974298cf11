package conclave.dialect.irc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.command.Command;
import conclave.room.Reason;
import conclave.room.Refusal;
import conclave.room.SayKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** IRCv3 multiline, as a client sends it. */
class IrcBatchTest {
  private static final Command NOTHING = new Command.Nothing();

  private final IrcDialect irc = new IrcDialect();

  private Command read(String line) {
    return irc.decode(line.getBytes(UTF_8));
  }

  private void opens() {
    assertThat(read("BATCH +1 draft/multiline #a")).isEqualTo(NOTHING);
  }

  private static Command refused(Reason reason, String... about) {
    return new Command.Malformed(Refusal.of(reason, about));
  }

  @Test
  void theLinesOfABatchAreOneMessage() {
    opens();
    assertThat(read("@batch=1 NOTICE #A :one")).isEqualTo(NOTHING);
    assertThat(read("PING x")).isEqualTo(new Command.Ping("x"));
    assertThat(read("@batch=1;draft/multiline-concat NOTICE #a :two")).isEqualTo(NOTHING);
    assertThat(read("@batch=1 NOTICE #a :three")).isEqualTo(NOTHING);
    assertThat(read("BATCH -1"))
        .isEqualTo(new Command.Say(List.of("#a"), SayKind.NOTICE, "one\rtwo\nthree"));
  }

  @Test
  void aMessageHas24LinesAtMost() {
    opens();
    for (int i = 0; i < 24; i++) {
      assertThat(read("@batch=1 PRIVMSG #a :x")).isEqualTo(NOTHING);
    }
    assertThat(read("@batch=1 PRIVMSG #a :x"))
        .isEqualTo(refused(Reason.BATCH_HAS_TOO_MANY_LINES, "24"));
    assertThat(read("@batch=1 PRIVMSG #a :x")).isEqualTo(NOTHING);
    assertThat(read("BATCH -1")).isEqualTo(NOTHING);
    opens();
  }

  @Test
  void aMessageHas4096BytesAtMost() {
    opens();
    for (int i = 0; i < 8; i++) {
      assertThat(read("@batch=1 PRIVMSG #a :" + "é".repeat(240))).isEqualTo(NOTHING);
    }
    assertThat(read("@batch=1 PRIVMSG #a :" + "x".repeat(248))).isEqualTo(NOTHING);
    assertThat(read("@batch=1;draft/multiline-concat PRIVMSG #a :y"))
        .isEqualTo(refused(Reason.BATCH_TOO_LONG, "4096"));
  }

  @Test
  void whatIsNoMessageIsRefused() {
    Command invalid = refused(Reason.BATCH_INVALID);
    assertThat(read("BATCH -1")).isEqualTo(invalid);
    opens();
    assertThat(read("BATCH -1")).isEqualTo(invalid);
    opens();
    assertThat(read("@batch=1 PRIVMSG #a :x")).isEqualTo(NOTHING);
    assertThat(read("@batch=1 NOTICE #a :x")).isEqualTo(invalid);
    assertThat(read("BATCH -1")).isEqualTo(NOTHING);
    opens();
    assertThat(read("@batch=1;draft/multiline-concat PRIVMSG #a :")).isEqualTo(invalid);
    assertThat(read("BATCH -1")).isEqualTo(NOTHING);
  }

  @Test
  void whatBelongsToNoOpenBatchIsRefusedByItself() {
    Command invalid = refused(Reason.BATCH_INVALID);
    opens();
    assertThat(read("BATCH +2 draft/multiline #a")).isEqualTo(invalid);
    assertThat(read("@batch=2 PRIVMSG #a :x")).isEqualTo(invalid);
    assertThat(read("BATCH -2")).isEqualTo(invalid);
    assertThat(read("@batch=1 PRIVMSG #a :y")).isEqualTo(NOTHING);
    assertThat(read("BATCH -1")).isEqualTo(new Command.Say(List.of("#a"), SayKind.PRIVMSG, "y"));
  }

  @Test
  void aRefusalAnswersTheLabelOfItsBatchOnce() {
    Command invalid = refused(Reason.BATCH_INVALID);
    assertThat(read("@label=m1 BATCH +1 draft/multiline #a")).isEqualTo(NOTHING);
    assertThat(read("@batch=1 PRIVMSG #b :x"))
        .isEqualTo(new Command.Labelled("m1", refused(Reason.BATCH_TARGET, "#a", "#b")));
    assertThat(read("BATCH -1")).isEqualTo(NOTHING);
    assertThat(read("@label=m2 BATCH +2 draft/multiline #a")).isEqualTo(NOTHING);
    assertThat(read("BATCH -2")).isEqualTo(new Command.Labelled("m2", invalid));
    assertThat(read("@label=m3 BATCH +3 draft/other #a"))
        .isEqualTo(new Command.Labelled("m3", invalid));
  }

  @Test
  void whoLeavesARefusedOneOpenMayOpenAnother() {
    read("BATCH +1 draft/multiline #a");
    assertThat(read("@batch=1 PRIVMSG #b :x")).isEqualTo(refused(Reason.BATCH_TARGET, "#a", "#b"));
    assertThat(read("BATCH +2 draft/multiline #a")).isEqualTo(NOTHING);
    read("@batch=2 PRIVMSG #a :one");
    assertThat(read("BATCH -2")).isEqualTo(new Command.Say(List.of("#a"), SayKind.PRIVMSG, "one"));
  }
}
