package conclave.name;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.regex.Pattern;
import rocks.xmpp.precis.PrecisProfiles;

/**
 * Which characters a name may have, and in which order: letters and digits of any script (RFC 8264
 * §4.2, IdentifierClass; the bidi rule of RFC 5893), without joiners, and with so few marks on a
 * letter that they stay in its line.
 */
final class IdentifierClass {
  private static final int MAX_MARKS = 4;
  private static final Pattern DOT_OF_CATALAN = Pattern.compile("(?<=[lL])\u00b7(?=[lL])");

  private IdentifierClass() {}

  /** The text is in form C. */
  static boolean contains(String text) {
    return hasFewMarks(text)
        && text.codePoints().noneMatch(IdentifierClass::isIgnorable)
        && isUsername(withoutMiddleDots(text));
  }

  private static boolean hasFewMarks(String text) {
    int marks = MAX_MARKS; // none may come first
    for (int c : text.codePoints().toArray()) {
      marks = isMark(c) ? marks + 1 : 0;
      if (marks > MAX_MARKS) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /**
   * The library refuses the dots of Catalan and Japanese even where RFC 5892 §A.3 and §A.7 have
   * them.
   */
  private static String withoutMiddleDots(String text) {
    String rest = DOT_OF_CATALAN.matcher(text).replaceAll("");
    return Scripts.isJapanese(text) ? rest.replace("\u30fb", "") : rest;
  }

  /** RFC 8265 §3.4: as §3.3 has it, before case is mapped. */
  private static boolean isUsername(String text) {
    try {
      return PrecisProfiles.USERNAME_CASE_PRESERVED.enforce(text).equals(text);
    } catch (IllegalArgumentException no) {
      return false;
    }
  }

  /** Letters and marks that are drawn as nothing (Default_Ignorable_Code_Point). */
  static boolean isIgnorable(int c) {
    return UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
  }
}
