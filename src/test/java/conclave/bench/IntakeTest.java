package conclave.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntakeTest {
  private static final int PAYLOAD = Stamp.LENGTH + 3;

  private final List<String> heard = new ArrayList<>();
  private final Intake intake = new Intake(recorder(), PAYLOAD);

  private static String text(int sender, int number) {
    Stamp stamp = new Stamp();
    stamp.sender = sender;
    stamp.number = number;
    byte[] text = new byte[Stamp.LENGTH];
    stamp.write(text, 0);
    return new String(text, StandardCharsets.US_ASCII) + " hi";
  }

  private boolean take(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[intake.kept() + bytes.length];
    int kept = intake.kept();
    intake.restore(all);
    System.arraycopy(bytes, 0, all, kept, bytes.length);
    return intake.take(all, all.length);
  }

  @Test
  void itIsTheSameWhereverTheBytesAreCut() {
    String all =
        ":a!b@c PRIVMSG #x :"
            + text(3, 1)
            + "\r\n:server 001 me :Welcome\r\n@time=1;msgid=2 :a!b@c PRIVMSG #x :"
            + text(4, 2)
            + "\r\n:a!b@c JOIN #x\r\nPING\r\n:a!b@c PRIVMSG #x :"
            + text(5, 3)
            + "\n:a!b@c PRIVMSG #x :hello\r\n";
    for (int cut = 0; cut <= all.length(); cut++) {
      heard.clear();
      assertThat(take(all.substring(0, cut))).isTrue();
      assertThat(take(all.substring(cut))).isTrue();
      assertThat(heard)
          .as("cut at %d", cut)
          .containsExactly(
              "message 3/1",
              ":server 001 me :Welcome",
              "message 4/2",
              "PING",
              "message 5/3",
              "foreign");
      assertThat(intake.kept()).isZero();
    }
  }

  @Test
  void sourcesAndTagsOfAnyLengthAndScriptArePassed() {
    for (int length = 0; length < 40; length++) {
      heard.clear();
      take(
          ":"
              + "ü".repeat(length)
              + " PRIVMSG #"
              + "x".repeat(length)
              + " :"
              + text(3, 1)
              + "\r\n");
      take("@" + "t".repeat(length) + " PRIVMSG #x :" + text(4, 2) + "\r\n");
      take(":" + "y".repeat(length) + "\r\nPING :1\r\n");
      assertThat(heard)
          .as("of %d", length)
          .containsExactly("message 3/1", "message 4/2", ":" + "y".repeat(length), "PING :1");
    }
  }

  @Test
  void bytesMayComeOneByOne() {
    (":a!b@c PRIVMSG #x :" + text(3, 1) + "\r\n")
        .chars()
        .forEach(c -> assertThat(take(Character.toString(c))).isTrue());
    assertThat(heard).containsExactly("message 3/1");
  }

  @Test
  void aTextWithoutAColonIsReadAsWell() {
    Intake exact = new Intake(recorder(), Stamp.LENGTH);
    byte[] line =
        (":a!b@c PRIVMSG #x " + text(7, 8).substring(0, Stamp.LENGTH) + "\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    assertThat(exact.take(line, line.length)).isTrue();
    assertThat(heard).containsExactly("message 7/8");
  }

  private Intake.Ear recorder() {
    return new Intake.Ear() {
      @Override
      public void message(Stamp stamp) {
        heard.add("message " + stamp.sender + "/" + stamp.number);
      }

      @Override
      public void foreign() {
        heard.add("foreign");
      }

      @Override
      public void line(String line) {
        heard.add(line);
      }
    };
  }

  @Test
  void aMessageThatIsShorterOrLongerThanItWasIsForeign() {
    take(":a!b@c PRIVMSG #x :" + text(3, 1).substring(1) + "\r\n");
    take(":a!b@c PRIVMSG #x :" + text(3, 1) + "!\r\n");
    take(":a!b@c PRIVMSG #x :" + text(3, 1).substring(0, PAYLOAD - 1) + "\r\n");
    assertThat(heard).containsExactly("foreign", "foreign", "foreign");
  }

  @Test
  void aLineThatDoesNotEndIsNotKept() {
    String half = "x".repeat(Intake.LONGEST / 2);
    assertThat(take(half)).isTrue();
    assertThat(take(half)).isTrue();
    assertThat(take("x")).isFalse();
  }
}
