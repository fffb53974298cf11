package conclave.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SanitizerTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "hi", "Grüße", "日本語", "עברית", "👩‍👩‍👧", "e\u0301", "a b", "❤️"})
  void whatPeopleWriteStays(String text) {
    assertThat(Sanitizer.clean(text)).isSameAs(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000",
        "\u0007",
        "\b",
        "\t",
        "\n",
        "\r",
        "\u001b",
        "\u007f",
        "\u0085",
        "\u009b",
        "\u009d",
        "\u00ad",
        "\u061c",
        "\u200b",
        "\u200e",
        "\u200f",
        "\u2028",
        "\u2029",
        "\u202a",
        "\u202e",
        "\u2060",
        "\u2066",
        "\u2069",
        "\ufeff",
        "\ufff9",
        "\ud800",
        "\udc00",
        "\udb40\udc41"
      })
  void whatDrivesATerminalOrCannotBeSeenGoes(String sign) {
    assertThat(Sanitizer.clean("a" + sign + "b")).isEqualTo("ab");
  }

  @Test
  void anEscapeSequenceIsLeftAsHarmlessText() {
    assertThat(Sanitizer.clean("\u001b[2J\u001b]0;own\u0007hi")).isEqualTo("[2J]0;ownhi");
  }

  @Property(tries = 500)
  void whatIsCleanIsCleanAndHasNoControls(@ForAll String text) {
    String clean = Sanitizer.clean(text);
    assertThat(Sanitizer.clean(clean)).isSameAs(clean);
    assertThat(clean.chars()).noneMatch(Character::isISOControl);
  }
}
