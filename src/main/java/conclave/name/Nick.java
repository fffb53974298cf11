package conclave.name;

import java.util.Optional;

/**
 * A nickname (Modern IRC §Clients): ASCII letters, digits and {@code - _ [ ] { } \ | ^ `}, no digit
 * or {@code -} first.
 *
 * @param text 1 to 64 characters, as its owner writes it
 */
public record Nick(String text) {
  private static final int MAX = 64;
  private static final String SPECIAL = "_[]{}\\|^`";

  public Nick {
    if (!isValid(text)) {
      throw new IllegalArgumentException("not a nick");
    }
  }

  /** The nick, or nothing where the text is none. */
  public static Optional<Nick> parse(String text) {
    return isValid(text) ? Optional.of(new Nick(text)) : Optional.empty();
  }

  /** The form under which it is unique. */
  public String key() {
    return CaseFold.fold(text);
  }

  private static boolean isValid(String text) {
    return !text.isEmpty()
        && text.length() <= MAX
        && isFirst(text.charAt(0))
        && text.chars().allMatch(c -> isFirst(c) || c == '-' || (c >= '0' && c <= '9'));
  }

  private static boolean isFirst(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || SPECIAL.indexOf(c) >= 0;
  }

  @Override
  public String toString() {
    return text;
  }
}
