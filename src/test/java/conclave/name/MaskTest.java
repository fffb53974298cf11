package conclave.name;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {
  private static final Source ALICE =
      new Source(new Nick("Alice"), "al", "user/Alice", Optional.empty());

  @ParameterizedTest
  @CsvSource({
    "bob, bob!*@*",
    "BOB, bob!*@*",
    "*@host, *!*@host",
    "a!b, a!b@*",
    "a!b@c, a!b@c",
    "'', !*@*",
    "~a:Bob, ~a:bob",
    "~q:bob, ~q:bob!*@*",
    "~Q:~A:Bob, ~q:~a:bob",
    "~bob, ~bob!*@*",
    "~b@host, *!~b@host"
  })
  void whatAPersonWroteIsCompleted(String written, String complete) {
    assertThat(Mask.of(written)).hasToString(complete);
  }

  @ParameterizedTest
  @CsvSource({
    "alice, true",
    "ALICE!*@*, true",
    "al?ce, true",
    "*@user/alice, true",
    "*!al@*, true",
    "*, true",
    "alic, false",
    "alice?, false",
    "*@user/bob, false",
    "*!x@*, false"
  })
  void aMaskCoversWhoFitsItInAnyCase(String mask, boolean covers) {
    assertThat(Mask.of(mask).matches(ALICE)).isEqualTo(covers);
  }

  @ParameterizedTest
  @CsvSource({
    "~a:alice, true",
    "~a:AL*, true",
    "~a:*, true",
    "~q:~a:alice, true",
    "~a:ally, false",
    "~a:alice!*@*, false"
  })
  void aMaskOfAnAccountCoversItWhateverTheNick(String text, boolean covers) {
    Source ally = new Source(new Nick("Ally"), "al", "host", Optional.of(new AccountName("Alice")));
    assertThat(Mask.parse(text).orElseThrow().matches(ally)).isEqualTo(covers);
    assertThat(Mask.parse(text).orElseThrow().matches(ALICE)).isFalse();
  }

  @Test
  void aMaskOfManyStarsIsQuickToSayNo() {
    String pattern = "*a".repeat(100) + "*b";
    String text = "a".repeat(20_000);
    boolean matches =
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> Mask.matches(pattern, text));
    assertThat(matches).isFalse();
    assertThat(Mask.matches("*a*a*a*b", "aaaaaaaaab")).isTrue();
  }

  @Property(tries = 500)
  void aPatternCoversWhatTheSameRegularExpressionCovers(
      @ForAll @Chars({'a', 'b', '*', '?'}) @StringLength(max = 8) String pattern,
      @ForAll @CharRange(from = 'a', to = 'b') @StringLength(max = 10) String text) {
    String regex = pattern.replace("*", ".*").replace('?', '.');
    assertThat(Mask.matches(pattern, text)).isEqualTo(text.matches(regex));
  }

  @Property(tries = 500)
  void aMaskThatWasCompletedIsComplete(@ForAll @StringLength(max = 260) String written) {
    Mask once = Mask.of(written);
    assertThat(Mask.of(once.text())).isEqualTo(once);
  }

  @Test
  void aLongMaskIsCutWithoutBreakingACharacter() {
    Mask mask = Mask.of("a" + "😀".repeat(200));
    assertThat(mask.text().length()).isLessThanOrEqualTo(200);
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(mask.text())).isTrue();
  }

  @Test
  void aLongMaskOfAHostStaysTheSameWhenItIsReadAgain() {
    Mask once = Mask.of("x".repeat(150) + "@" + "y".repeat(100));
    assertThat(Mask.of(once.text())).isEqualTo(once);
  }
}
