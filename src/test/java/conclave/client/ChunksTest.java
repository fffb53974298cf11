package conclave.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

class ChunksTest {
  @Example
  void longTextsAreCutAtSpaces() {
    assertThat(Chunks.of("one two three four", 9)).isEqualTo(List.of("one two", "three", "four"));
  }

  @Property
  void noPartIsTooLongAndNoCharacterIsLost(
      @ForAll @StringLength(max = 200) String any, @ForAll @IntRange(min = 4, max = 50) int max) {
    String text = new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

    List<String> parts = Chunks.of(text, max);

    assertThat(parts).allMatch(part -> part.getBytes(StandardCharsets.UTF_8).length <= max);
    assertThat(String.join("", parts).replace(" ", "")).isEqualTo(text.replace(" ", ""));
  }
}
