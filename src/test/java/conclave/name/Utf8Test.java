package conclave.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "80", // a continuation alone
        "c3", // cut short
        "c0af", // a slash in two bytes
        "e08080", // overlong
        "eda080", // a surrogate
        "f4908080", // above the last code point
        "ff",
        "41fe42"
      })
  void whatIsNoUtf8IsNotGuessedAt(String hex) {
    assertThat(Utf8.decode(HexFormat.of().parseHex(hex))).isEmpty();
  }

  @Property(tries = 300)
  void textGoesThereAndBack(@ForAll byte[] bytes) {
    Utf8.decode(bytes).ifPresent(text -> assertThat(Utf8.encode(text)).isEqualTo(bytes));
  }

  @Test
  void lengthIsCountedInBytes() {
    assertThat(Utf8.length("aé日😀")).isEqualTo(1 + 2 + 3 + 4);
    assertThat(Utf8.length("")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"'alice', alice", "' a b', a", "'', *", "'   ', *", "':x y', *", "'a:b', a:b"})
  void anAnswerRepeatsTheFirstWordAtMost(String text, String word) {
    assertThat(Utf8.firstWord(text)).isEqualTo(word);
  }
}
