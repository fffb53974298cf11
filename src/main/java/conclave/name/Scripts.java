package conclave.name;

import static java.lang.Character.UnicodeScript.BOPOMOFO;
import static java.lang.Character.UnicodeScript.COMMON;
import static java.lang.Character.UnicodeScript.HAN;
import static java.lang.Character.UnicodeScript.HANGUL;
import static java.lang.Character.UnicodeScript.HIRAGANA;
import static java.lang.Character.UnicodeScript.INHERITED;
import static java.lang.Character.UnicodeScript.KATAKANA;
import static java.lang.Character.UnicodeScript.LATIN;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which scripts a name is written in (Unicode TS 39 §5.2). */
final class Scripts {
  /** What is written together. */
  private static final List<Set<UnicodeScript>> TOGETHER =
      List.of(
          Set.of(LATIN, HAN, HIRAGANA, KATAKANA),
          Set.of(LATIN, HAN, BOPOMOFO),
          Set.of(LATIN, HAN, HANGUL));

  private Scripts() {}

  /** Is it more than "highly restrictive" allows: letters of scripts that nobody mixes? */
  static boolean areMixed(String text) {
    Set<UnicodeScript> scripts = of(text);
    return scripts.size() > 1 && TOGETHER.stream().noneMatch(some -> some.containsAll(scripts));
  }

  /** Has it anything that is written in Japan? */
  static boolean isJapanese(String text) {
    Set<UnicodeScript> scripts = of(text);
    return Set.of(HAN, HIRAGANA, KATAKANA).stream().anyMatch(scripts::contains);
  }

  /** Without what all scripts share. */
  private static Set<UnicodeScript> of(String text) {
    Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
    text.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
    scripts.removeAll(Set.of(COMMON, INHERITED));
    return scripts;
  }
}
