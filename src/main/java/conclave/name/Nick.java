package conclave.name;

import java.util.Optional;

/**
 * A nickname (Modern IRC §Clients): letters and digits of any script (RFC 8265 §3.3,
 * UsernameCaseMapped) and {@code - _ [ ] { } \ | ^ `}, no digit or {@code -} first.
 *
 * @param text 1 to 64 characters in normalization form C, in the case that its owner chose
 */
public record Nick(String text) {
  private static final int MAX = 64;
  private static final int ASCII = 0x80;
  private static final String SPECIAL = "_[]{}\\|^`";

  public Nick {
    if (!isValid(text)) {
      throw new IllegalArgumentException("not a nick");
    }
  }

  /** The nick, or nothing where the text is none. */
  public static Optional<Nick> parse(String text) {
    String composed = CaseFold.composed(text);
    return isValid(composed) ? Optional.of(new Nick(composed)) : Optional.empty();
  }

  /** The form under which it is unique. */
  public String key() {
    return CaseFold.fold(text);
  }

  private static boolean isValid(String text) {
    return !text.isEmpty()
        && text.length() <= MAX
        && isFirst(text.codePointAt(0))
        && text.codePoints().allMatch(c -> isFirst(c) || c == '-' || Character.isDigit(c))
        && (CaseFold.isAscii(text) || isOfManyScripts(text));
  }

  private static boolean isOfManyScripts(String text) {
    return CaseFold.composed(text).equals(text) && IdentifierClass.contains(text);
  }

  private static boolean isFirst(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || SPECIAL.indexOf(c) >= 0
        || (c >= ASCII && !Character.isDigit(c));
  }

  @Override
  public String toString() {
    return text;
  }
}
