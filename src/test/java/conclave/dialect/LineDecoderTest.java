package conclave.dialect;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class LineDecoderTest {
  private static final int LIMIT = 10;
  private static final String TOO_LONG = "<too long>";

  private final LineDecoder decoder = new LineDecoder(LIMIT);
  private final List<String> found = new ArrayList<>();
  private final LineDecoder.Sink sink = into(found);

  private static LineDecoder.Sink into(List<String> found) {
    return new LineDecoder.Sink() {
      @Override
      public void line(byte[] line) {
        found.add(new String(line, ISO_8859_1));
      }

      @Override
      public void tooLong() {
        found.add(TOO_LONG);
      }
    };
  }

  private void feed(String... pieces) {
    for (String piece : pieces) {
      decoder.feed(piece.getBytes(ISO_8859_1), sink);
    }
  }

  @Test
  void aLineEndsWithLfOrCrLf() {
    feed("a\nb\r\n\n\r\nc\rd\r\r\n");
    assertThat(found).containsExactly("a", "b", "", "", "c\rd\r");
  }

  @Test
  void aLineIsThereWhenItsEndIs() {
    feed("ab", "", "c");
    assertThat(found).isEmpty();
    feed("\r");
    assertThat(found).isEmpty();
    feed("\nx");
    assertThat(found).containsExactly("abc");
  }

  @Test
  void aLineMayBeAsLongAsTheLimitWhateverItsEnd() {
    feed("1234567890\n", "1234567890\r\n", "1234567890", "\r", "\n");
    assertThat(found).containsExactly("1234567890", "1234567890", "1234567890");
  }

  @Test
  void aLineOfOneMoreIsTooLong() {
    feed("12345678901\n", "12345678901\r\n", "12345678901", "\n", "ok\n");
    assertThat(found).containsExactly(TOO_LONG, TOO_LONG, TOO_LONG, "ok");
  }

  @Test
  void anOverlongLineIsReportedOnceAndSkippedToItsEnd() {
    feed("x".repeat(8), "x".repeat(8));
    assertThat(found).containsExactly(TOO_LONG);
    feed("x".repeat(100), "x\r", "\nnext\r\n", "y".repeat(50) + "\nlast\n");
    assertThat(found).containsExactly(TOO_LONG, "next", TOO_LONG, "last");
  }

  @Property(tries = 1000)
  void howeverTheBytesAreCutTheLinesAreTheSame(
      @ForAll("streams") String stream, @ForAll("cuts") List<Integer> cuts) {
    byte[] bytes = (stream + "\n").getBytes(ISO_8859_1);
    List<String> whole = linesOf(bytes, List.of());
    assertThat(linesOf(bytes, cuts)).isEqualTo(whole);
    assertThat(whole)
        .allMatch(line -> line.equals(TOO_LONG) || line.length() <= LIMIT)
        .hasSize((int) stream.chars().filter(c -> c == '\n').count() + 1);
  }

  private static List<String> linesOf(byte[] bytes, List<Integer> cuts) {
    List<String> lines = new ArrayList<>();
    LineDecoder fresh = new LineDecoder(LIMIT);
    int at = 0;
    for (int cut : cuts) {
      int to = Math.min(bytes.length, at + cut);
      fresh.feed(Arrays.copyOfRange(bytes, at, to), into(lines));
      at = to;
    }
    fresh.feed(Arrays.copyOfRange(bytes, at, bytes.length), into(lines));
    return lines;
  }

  @Provide
  Arbitrary<String> streams() {
    return Arbitraries.frequencyOf(
            Tuple.of(8, Arbitraries.of("a", "b", "é", "\0")),
            Tuple.of(1, Arbitraries.of("\n", "\r\n", "\r")))
        .list()
        .ofMaxSize(80)
        .map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<List<Integer>> cuts() {
    return Arbitraries.integers().between(0, 15).list().ofMaxSize(20);
  }

  @Test
  void aStreamWithoutALineEndTakesNoMemory() {
    LineDecoder big = new LineDecoder(8_701);
    byte[] megabyte = new byte[1 << 20];
    for (int i = 0; i < 1_200; i++) {
      big.feed(megabyte, sink);
    }
    assertThat(found).containsExactly(TOO_LONG);
  }
}
