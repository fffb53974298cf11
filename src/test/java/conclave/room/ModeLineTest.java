package conclave.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ModeLineTest {
  private static ModeLine read(String letters, String... arguments) {
    return ModeLine.parse(letters, List.of(arguments));
  }

  private static ModeChange change(boolean add, Mode mode, String argument) {
    return new ModeChange(add, mode, Optional.of(argument));
  }

  private static ModeChange change(boolean add, Mode mode) {
    return new ModeChange(add, mode, Optional.empty());
  }

  @Test
  void argumentsGoToTheLettersThatWantOne() {
    assertThat(read("+ovm-kl+l", "alice", "bob", "key", "10").changes())
        .containsExactly(
            change(true, Mode.OPERATOR, "alice"),
            change(true, Mode.VOICE, "bob"),
            change(true, Mode.MODERATED),
            change(false, Mode.KEY, "key"),
            change(false, Mode.LIMIT),
            change(true, Mode.LIMIT, "10"));
  }

  @Test
  void withoutASignALetterIsAdded() {
    assertThat(read("i").changes()).containsExactly(change(true, Mode.INVITE_ONLY));
  }

  @Test
  void aListWithoutAMaskIsAQuestion() {
    assertThat(read("+beI").questions()).containsExactly(Mode.BAN, Mode.EXCEPTION, Mode.INVITATION);
    assertThat(read("bbb-b+b").questions()).containsExactly(Mode.BAN);
  }

  @Test
  void whatLacksItsArgumentIsTold() {
    assertThat(read("+oklfo"))
        .isEqualTo(
            new ModeLine(
                List.of(),
                List.of(),
                List.of(),
                List.of(Mode.OPERATOR, Mode.KEY, Mode.LIMIT, Mode.FORWARD)));
    assertThat(read("-k").changes()).containsExactly(change(false, Mode.KEY));
  }

  @Test
  void lettersThatAreNoModesAreTold() {
    assertThat(read("+xiZx").unknown()).containsExactly('x', 'Z');
  }

  @Test
  void oneLineChangesAtMostTwentyModes() {
    assertThat(read("+" + "i".repeat(50)).changes()).hasSize(ModeLine.MAX_CHANGES);
  }

  @Property(tries = 300)
  void anyLineCanBeRead(@ForAll String letters, @ForAll List<String> arguments) {
    assertThat(ModeLine.parse(letters, arguments).changes())
        .hasSizeLessThanOrEqualTo(ModeLine.MAX_CHANGES);
  }

  /** What was read, written again as a client would, asks for the same. */
  @Property(tries = 300)
  void whatWasReadCanBeWrittenAndReadAgain(@ForAll("lines") ModeLine line) {
    StringBuilder letters = new StringBuilder();
    List<String> arguments = new ArrayList<>();
    for (ModeChange change : line.changes()) {
      letters.append(change.add() ? '+' : '-').append(change.mode().letter());
      change.argument().ifPresent(arguments::add);
    }
    assertThat(ModeLine.parse(letters.toString(), arguments).changes()).isEqualTo(line.changes());
  }

  @Provide
  Arbitrary<ModeLine> lines() {
    Arbitrary<String> letters =
        Arbitraries.strings().withChars("+-beIfkliqaohvmnstcCMRTu").ofMaxLength(30);
    Arbitrary<List<String>> arguments = Arbitraries.of("a", "b", "#c", "5").list().ofMaxSize(30);
    return Combinators.combine(letters, arguments)
        .as((text, words) -> ModeLine.parse(withoutBareKey(text), words));
  }

  /** {@code -k} may stand without its key, and would take the next one's parameter. */
  private static String withoutBareKey(String letters) {
    return letters.replace("k", "");
  }

  @Test
  void everyModeIsFoundByItsLetterAndEveryRoleByItsMode() {
    for (Mode mode : Mode.values()) {
      assertThat(Mode.of(mode.letter())).contains(mode);
      if (mode.kind() == Mode.Kind.ROLE) {
        assertThat(mode.role().mode()).isEqualTo(mode.letter());
      }
    }
    assertThat(Mode.letters(Mode.Kind.FLAG)).isEqualTo("imnstcCMRTuE");
  }
}
