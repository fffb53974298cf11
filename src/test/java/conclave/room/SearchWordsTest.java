package conclave.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found by which words. */
class SearchWordsTest {
  private static boolean isFound(String words, String said) {
    return SearchWords.parse(words).orElseThrow().areIn(said);
  }

  @ParameterizedTest
  @CsvSource({
    "fast, That was FAST!",
    "FAST, Fasting is hard.",
    "hard fasting, Fasting is hard.",
    "strasse, Straße",
    "STRASSE, STRAẞE",
    "οδος, ΟΔΟΣ",
    "office, the oﬃce is open",
    "ｆａｓｔ, fast",
    "fast, ｆａｓｔ",
    "café, cafe\u0301",
    "shy, s\u00ADhy",
    "fast, 'that was \u000304,01f\u0002ast\u000f'",
    "deploy, '\u0001ACTION deploys it\u0001'",
    "onetwo, 'one\rtwo'"
  })
  void wordsAreFoundInAnyCaseWidthAndColour(String words, String said) {
    assertThat(isFound(words, said)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "fast slow, That was fast",
    "action, '\u0001ACTION deploys it\u0001'",
    "ping, '\u0001PING 123\u0001'",
    "onetwo, 'one\ntwo'",
    "04, '\u000304red'"
  })
  void whatHasNotAllOfThemIsNotFound(String words, String said) {
    assertThat(isFound(words, said)).isFalse();
  }

  @Test
  void aTextOfNothingOrOfTooMuchHasNoWords() {
    assertThat(SearchWords.parse("")).isEmpty();
    assertThat(SearchWords.parse(" \u00AD\u3000")).isEmpty();
    assertThat(SearchWords.parse("x".repeat(SearchWords.MAX))).isPresent();
    assertThat(SearchWords.parse("x".repeat(SearchWords.MAX + 1))).isEmpty();
  }

  @Test
  void eachWordCountsOnce() {
    assertThat(SearchWords.parse("tea  TEA\u3000cake"))
        .contains(new SearchWords(Arrays.asList("tea", "cake")));
  }
}
