package conclave.name;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rocks.xmpp.precis.PrecisProfiles;

/** Which names are names, and which may become somebody's. */
class AdmissionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Жанна",
        "Zoë",
        "日本",
        "نورا",
        "דָּנִי",
        "José|away",
        "Gal·la",
        "スズキ・イチロー",
        "ｱﾘｽ",
        "Ａlice",
        "मीरा",
        "สมชาย",
        "김철수",
        "a\u0661",
        "𐐀𐐁",
        "نورا٤",
        "ไทย5"
      })
  void aNickHasLettersAndDigitsOfAnyScript(String text) {
    boolean isBroken = text.equals("a\u0661"); // an Arabic digit goes with Arabic letters
    assertThat(Nick.parse(text).isPresent()).as(text).isNotEqualTo(isBroken);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "é\u200d",
        "é\u202e",
        "é\u2066",
        "é\u00ad",
        "é\u034f",
        "é\ufe0f",
        "é\u0001",
        "é！",
        "é＠",
        "é，",
        "é：",
        "é*",
        "é.",
        "é$",
        "é%",
        "é+",
        "é&",
        "＃é",
        "٤é",
        "１é",
        "－é",
        "é😀",
        "é½",
        "\u0301é",
        "é\ud800",
        "é\udc00",
        "Ⅷ",
        "ﬁ̈",
        "é\u0378",
        "é\ue000",
        "·é",
        "l·é",
        "a・b",
        "ש5٤",
        "نa",
        "ن-",
        "ı\u0301\u0302\u0303\u0304\u0305",
        "\u1100",
        "ㅤ",
        "ﾠ",
        "é\u3000"
      })
  void whatCouldDriveATerminalHideOrBeMistakenIsInNoNick(String text) {
    assertThat(Nick.parse(text)).isEmpty();
    assertThat(AccountName.parse(text)).isEmpty();
  }

  @Test
  void aNickIsShownComposedInTheCaseOfItsOwner() {
    assertThat(Nick.parse("ZOE\u0308")).contains(new Nick("ZOË"));
    assertThat(Nick.parse("ＺOË")).contains(new Nick("ZOË"));
    assertThat(AccountName.parse("Zoe\u0308")).contains(new AccountName("Zoë"));
    assertThat(new AccountName("Zoë").asNick().key()).isEqualTo("zoë");
  }

  @Test
  void noNickHasWhatTheClassOfIdentifiersHasNot() {
    IntStream.rangeClosed(0x80, Character.MAX_CODE_POINT)
        .filter(c -> Character.isDefined(c))
        .mapToObj(c -> Nick.parse("a" + Character.toString(c) + "a"))
        .flatMap(nick -> nick.stream())
        .forEach(
            nick -> {
              String sigmas = nick.text().replace('ς', 'σ');
              assertThat(PrecisProfiles.USERNAME_CASE_MAPPED.enforce(sigmas)).isEqualTo(nick.key());
            });
  }

  @Test
  void everyLetterOfTheClassIsInSomeNick() {
    IntStream.rangeClosed(0x80, Character.MAX_CODE_POINT)
        .filter(c -> Character.isLetter(c) && Character.toLowerCase(c) == c && Width.mapped(c) == c)
        .filter(c -> UCharacter.getDirection(c) == 0) // from left to right
        .mapToObj(Character::toString)
        .filter(AdmissionTest::isIdentifier)
        .forEach(letter -> assertThat(Nick.parse(letter)).as(letter).isPresent());
  }

  private static boolean isIdentifier(String text) {
    try {
      PrecisProfiles.USERNAME_CASE_MAPPED.enforce(text);
      return true;
    } catch (IllegalArgumentException no) {
      return false;
    }
  }

  @Test
  void nothingThatUnicodeSaysDoesNotShowIsInANewName() {
    IntStream.rangeClosed(0x80, Character.MAX_CODE_POINT)
        .filter(c -> UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT))
        .mapToObj(Character::toString)
        .forEach(
            hidden -> {
              assertThat(Nick.parse("é" + hidden)).as(hidden).isEmpty();
              assertThat(Casemapping.PRECIS.objection("#é" + hidden))
                  .as(hidden)
                  .contains(Objection.NOT_SEEN);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "alice, ,",
    "#чат, , NOT_ASCII",
    "Zoë, , NOT_ASCII",
    "日本ひらカタLatin, , NOT_ASCII",
    "日本ㄅLatin, , NOT_ASCII",
    "日本한국Latin, , NOT_ASCII",
    "#😀, , NOT_ASCII",
    "Жанна5_, , NOT_ASCII",
    "аlice, MIXED_SCRIPTS, NOT_ASCII",
    "αlpha, MIXED_SCRIPTS, NOT_ASCII",
    "한ひ, MIXED_SCRIPTS, NOT_ASCII",
    "日本ж, MIXED_SCRIPTS, NOT_ASCII",
    "#a\u3164b, NOT_SEEN, NOT_ASCII",
    "#a\ufe0f, NOT_SEEN, NOT_ASCII",
    "#a\ue000, NOT_SEEN, NOT_ASCII",
    "#a\u0378, NOT_SEEN, NOT_ASCII"
  })
  void whatMayBecomeAName(String name, Objection precis, Objection ascii) {
    assertThat(Casemapping.PRECIS.objection(name).orElse(null)).isEqualTo(precis);
    assertThat(Casemapping.ASCII.objection(name).orElse(null)).isEqualTo(ascii);
  }
}
