package conclave.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MultilineTest {
  private final Multiline multiline = new Multiline();

  @Test
  void theLinesOfABatchAreOneMessage() {
    assertThat(hear("@msgid=a-1;time=t :bob!b@c BATCH +1 draft/multiline #den")).isEmpty();
    assertThat(hear("@batch=1 :bob!b@c PRIVMSG #den :one")).isEmpty();
    assertThat(hear(":carol!c@c PRIVMSG #den :between")).isPresent();
    assertThat(hear("@batch=1 :bob!b@c PRIVMSG #den :two ")).isEmpty();
    assertThat(hear("@batch=1;draft/multiline-concat :bob!b@c PRIVMSG #den :three")).isEmpty();

    IrcLine whole = hear("BATCH -1").orElseThrow();

    assertThat(whole.text()).isEqualTo("one\ntwo three");
    assertThat(whole.nick()).isEqualTo("bob");
    assertThat(whole.tags()).containsEntry("msgid", "a-1");
  }

  @Test
  void otherBatchesAreLeftAlone() {
    assertThat(hear("BATCH +1 chathistory #den")).isPresent();
    assertThat(hear("@batch=1 :bob!b@c PRIVMSG #den :one")).isPresent();
    assertThat(hear("BATCH -1")).isPresent();
  }

  @Test
  void aServerCannotFillTheMemoryWithLinesThatNeverEnd() {
    hear("BATCH +1 draft/multiline #den");
    for (int i = 0; i < 2_000; i++) {
      hear("@batch=1 :bob!b@c PRIVMSG #den :x");
    }
    assertThat(hear("BATCH -1").orElseThrow().text().lines()).hasSize(1_000);
    for (int i = 0; i < 100; i++) {
      assertThat(hear("BATCH +n" + i + " draft/multiline #den")).isEmpty();
    }
    assertThat(hear("BATCH +more draft/multiline #den")).isPresent();
    multiline.reset();
    assertThat(hear("BATCH +more draft/multiline #den")).isEmpty();
  }

  @Test
  void whatIsWrittenIsCutIntoAsFewMessagesAsFit() {
    assertThat(Paragraphs.of("one\n\ntwo", 100, true)).containsExactly("one\n\ntwo");
    assertThat(Paragraphs.of("one\n\ntwo", 100, false)).containsExactly("one", "two");
    assertThat(Paragraphs.of("x".repeat(250), 100, true)).hasSize(3);
    List<String> many = Paragraphs.of("line\n".repeat(60).strip(), 100, true);
    assertThat(many).hasSize(3);
    assertThat(many.get(0).lines()).hasSize(24);
  }

  private Optional<IrcLine> hear(String line) {
    return multiline.whole(IrcLine.parse(line));
  }
}
