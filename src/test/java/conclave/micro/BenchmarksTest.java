package conclave.micro;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.command.Command;
import org.junit.jupiter.api.Test;

/** What the micro-benchmarks measure is what they say. */
class BenchmarksTest {
  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }

  @Test
  void linesAreRead() {
    LineParsing parsing = new LineParsing();
    assertThat(parsing.withTags()).isInstanceOf(Command.Labelled.class);
    assertThat(parsing.asLongAsMayBe()).isInstanceOf(Command.Say.class);
    assertThat(parsing.thatIsNotUtf8()).isInstanceOf(Command.Malformed.class);
  }

  @Test
  void eventsAreRenderedForEachKindOfReader() {
    EventRendering rendering = new EventRendering();
    assertThat(text(rendering.bare())).startsWith(":alice!alice@user/alice PRIVMSG #lobby :");
    assertThat(text(rendering.withTime())).startsWith("@time=");
    assertThat(text(rendering.withAllTags())).contains("account=alice", "+draft/reply=", "msgid=");
    assertThat(text(rendering.forPeople())).contains("#lobby alice: a sentence");
  }

  /** In the larger rooms it is the same code, and takes seconds to fill them. */
  @Test
  void everyMemberIsWrittenOnePiece() {
    FanOut fanOut = new FanOut();
    FanOut.Of10 ten = new FanOut.Of10();
    long before = fanOut.to10(ten);
    assertThat(fanOut.to10(ten) - before).isEqualTo(10);
    ten.close();
    FanOut.Of100 hundred = new FanOut.Of100();
    before = fanOut.to100(hundred);
    assertThat(fanOut.to100(hundred) - before).isEqualTo(100);
    hundred.close();
  }
}
