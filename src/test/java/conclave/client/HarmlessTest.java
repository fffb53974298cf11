package conclave.client;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class HarmlessTest {
  @Example
  void escapeSequencesLoseTheirTeeth() {
    assertThat(Harmless.text("a\u001b[31mred\u001b]0;title\u0007b"))
        .isEqualTo("a\uFFFD[31mred\uFFFD]0;title\uFFFDb");
    assertThat(Harmless.text("\u009b2J\u007f")).isEqualTo("\uFFFD2J\uFFFD");
  }

  @Example
  void theDirectionOfTextCannotBeTurned() {
    assertThat(Harmless.text("\u202eabc\u202c\u2066d\u2069")).isEqualTo("abcd");
  }

  @Example
  void formattingOfOtherClientsIsLeftOut() {
    assertThat(Harmless.text("\u0002bold\u000f \u000304,12red\u0003 \u00045f5f5fgrey"))
        .isEqualTo("bold red grey");
  }

  @Example
  void aTextStaysOneLine() {
    assertThat(Harmless.text("a\nb\rc\td\u2028e")).isEqualTo("a\uFFFDb\uFFFDc d\uFFFDe");
  }

  @Example
  void whatIsHiddenInANameShows() {
    assertThat(Harmless.name("al\u200bice")).isEqualTo("al\uFFFDice");
    assertThat(Harmless.name("\u3164")).isEqualTo("\uFFFD");
    assertThat(Harmless.name("J\u00fcrgen-\u6797")).isEqualTo("J\u00fcrgen-\u6797");
  }

  @Example
  void towersOfMarksAreCutDown() {
    assertThat(Harmless.text("a" + "\u0301".repeat(50))).hasSize(5);
  }

  @Property
  void nothingThatDrivesATerminalIsLeft(@ForAll String text) {
    assertThat(Harmless.text(text).codePoints())
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
  }

  @Property
  void beingHarmlessOnceIsEnough(@ForAll String text) {
    assertThat(Harmless.text(Harmless.text(text))).isEqualTo(Harmless.text(text));
  }
}
