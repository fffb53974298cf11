package conclave.name;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.text.Normalizer;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseFoldTest {
  private static IntStream everyCharacter() {
    return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(c -> Character.getType(c) != Character.SURROGATE);
  }

  @ParameterizedTest
  @CsvSource({
    "Zoë, zoë",
    "ZOË, zoë",
    "ZOE\u0308, zoë",
    "Жанна, жанна",
    "日本, 日本",
    "#CAFÉ, #café",
    "ＡＬＩＣＥ, alice",
    "ｶﾞ, ガ",
    "ΟΔΥΣΣΕΎΣ, οδυσσεύσ",
    "οδυσσεύς, οδυσσεύσ",
    "İ, i\u0307",
    "I\u0307, i\u0307",
    "ẞ, ß",
    "ǅ, ǆ",
    "𐐀, 𐐨",
    "Ω, ω"
  })
  void aNameIsFoundHoweverItIsTyped(String typed, String key) {
    assertThat(CaseFold.fold(typed)).isEqualTo(key);
  }

  @Test
  void asciiFoldsAsItAlwaysDid() {
    for (char c = 0; c < 0x80; c++) {
      String lower = c >= 'A' && c <= 'Z' ? String.valueOf((char) (c + 0x20)) : String.valueOf(c);
      assertThat(CaseFold.fold(String.valueOf(c))).isEqualTo(lower);
    }
  }

  @Test
  void whatIsFoldedIsItself() {
    everyCharacter()
        .forEach(
            c -> {
              String folded = CaseFold.fold(Character.toString(c));
              assertThat(CaseFold.fold(folded)).as(Integer.toHexString(c)).isSameAs(folded);
            });
  }

  @Property(tries = 2000)
  void whatIsFoldedIsItself(@ForAll @StringLength(max = 20) String text) {
    String folded = CaseFold.fold(text);
    assertThat(CaseFold.fold(folded)).isSameAs(folded);
    assertThat(CaseFold.composed(CaseFold.composed(text))).isEqualTo(CaseFold.composed(text));
  }

  @Property(tries = 2000)
  void whatIsWrittenTheSameFoldsTheSame(@ForAll @StringLength(max = 20) String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
    assertThat(CaseFold.fold(apart)).isEqualTo(CaseFold.fold(text));
    assertThat(CaseFold.fold(CaseFold.composed(text))).isEqualTo(CaseFold.fold(text));
  }

  @Test
  void everyCharacterFoldsAsItDoesTakenApart() {
    everyCharacter()
        .mapToObj(Character::toString)
        .forEach(
            one ->
                assertThat(CaseFold.fold(Normalizer.normalize(one, Normalizer.Form.NFD)))
                    .isEqualTo(CaseFold.fold(one)));
  }

  @Test
  void lettersOfAnotherWidthAreThoseThatUnicodeSays() {
    everyCharacter()
        .filter(c -> c != 0x3000 && c != 0xFF0C)
        .forEach(
            c -> {
              int type = UCharacter.getIntPropertyValue(c, UProperty.DECOMPOSITION_TYPE);
              boolean isMapped =
                  type == UCharacter.DecompositionType.WIDE
                      || type == UCharacter.DecompositionType.NARROW;
              String there =
                  isMapped
                      ? Normalizer2.getNFKCInstance().getRawDecomposition(c)
                      : Character.toString(c);
              assertThat(Character.toString(Width.mapped(c))).isEqualTo(there);
            });
  }

  @Test
  void whatDividesTheWordsOfALineIsNoOthersFold() {
    everyCharacter()
        .filter(c -> c != ' ' && c != ',')
        .forEach(c -> assertThat(CaseFold.fold(Character.toString(c))).doesNotContain(" ", ","));
  }

  @Test
  void theKeyOfARoomCouldBeARoom() {
    everyCharacter()
        .mapToObj(c -> RoomName.parse("#" + Character.toString(c)))
        .flatMap(room -> room.stream())
        .forEach(room -> assertThat(RoomName.parse(room.key())).isPresent());
    assertThat(RoomName.parse("#" + "\uFB2C".repeat(66))).isPresent();
    assertThat(RoomName.parse("#" + "\uFB2C".repeat(67))).isEmpty();
  }
}
