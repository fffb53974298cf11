package conclave.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
    assertThat(read("b").questions()).containsExactly(Mode.BAN);
  }

  @Test
  void whatLacksItsArgumentIsLeftOut() {
    assertThat(read("+okl")).isEqualTo(new ModeLine(List.of(), List.of(), List.of()));
    assertThat(read("-k").changes()).containsExactly(change(false, Mode.KEY));
  }

  @Test
  void lettersThatAreNoModesAreTold() {
    assertThat(read("+xiZ").unknown()).containsExactly('x', 'Z');
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

  @Test
  void everyModeIsFoundByItsLetterAndEveryRoleByItsMode() {
    for (Mode mode : Mode.values()) {
      assertThat(Mode.of(mode.letter())).contains(mode);
      if (mode.kind() == Mode.Kind.ROLE) {
        assertThat(mode.role().mode()).isEqualTo(mode.letter());
      }
    }
    assertThat(Mode.letters(Mode.Kind.FLAG)).isEqualTo("imnst");
  }
}
