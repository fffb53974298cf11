package conclave.name;

import java.util.Optional;

/**
 * Whom an entry of a room's list is about: a pattern over {@code nick!username@host} in which
 * {@code *} is any text and {@code ?} one character (Modern IRC §Wildcard Expressions), or over the
 * name of an account, {@code ~a:name} (IRCv3 account-extban). {@code ~q:} before either makes a ban
 * that takes the voice alone.
 *
 * @param text folded and complete: {@code bob} was read as {@code bob!*@*}
 */
public record Mask(String text) {
  /** The letters behind {@code ~} that mean something (005 EXTBAN). */
  public static final String EXTENDED = "aq";

  private static final int MAX = 200;
  private static final String ACCOUNT = "~a:";
  private static final String QUIET = "~q:";

  /**
   * Reads what a person wrote, and completes it: {@code bob}, {@code *@host}, {@code
   * nick!user@host}, {@code ~a:account}.
   */
  public static Mask of(String text) {
    return new Mask(cut(complete(cut(CaseFold.fold(text)))));
  }

  /** As {@link #of}; nothing where that would cover nobody, or can't be shown in one word. */
  public static Optional<Mask> parse(String text) {
    Mask mask = of(text);
    String bare = mask.withoutQuiet();
    boolean isWord =
        mask.text.charAt(0) != ':'
            && mask.text.codePoints().noneMatch(c -> Character.isISOControl(c) || c == ' ');
    boolean isUnknown = isExtended(bare) && !bare.startsWith(ACCOUNT);
    boolean isEmpty = bare.equals(ACCOUNT) || bare.equals("!*@*");
    return isWord && !isUnknown && !isEmpty ? Optional.of(mask) : Optional.empty();
  }

  private static boolean isExtended(String text) {
    return text.length() > 2 && text.charAt(0) == '~' && text.charAt(2) == ':';
  }

  /** Does it take nothing but the voice? */
  public boolean isQuiet() {
    return text.startsWith(QUIET);
  }

  private String withoutQuiet() {
    return isQuiet() ? text.substring(QUIET.length()) : text;
  }

  /** Cut again when it is complete, so that a mask that is read again is the same. */
  private static String cut(String text) {
    if (text.length() <= MAX) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(MAX - 1)) ? MAX - 1 : MAX);
  }

  private static String complete(String text) {
    if (text.startsWith(QUIET)) {
      return QUIET + complete(text.substring(QUIET.length()));
    }
    if (isExtended(text)) {
      return text;
    }
    int bang = text.indexOf('!');
    int at = text.indexOf('@', bang + 1);
    if (bang >= 0) {
      return at >= 0 ? text : text + "@*";
    }
    if (at >= 0) {
      return "*!" + text;
    }
    return text + "!*@*";
  }

  /** Does the pattern cover this source? */
  public boolean matches(Source source) {
    String pattern = withoutQuiet();
    if (pattern.startsWith(ACCOUNT)) {
      String account = pattern.substring(ACCOUNT.length());
      return source.account().filter(name -> matches(account, name.key())).isPresent();
    }
    return matches(pattern, CaseFold.fold(source.mask()));
  }

  /**
   * Does {@code pattern} cover the whole of {@code text}? Takes time in proportion to the product
   * of their lengths.
   */
  public static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int resume = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
        t += pattern.charAt(p) == '?' ? Character.charCount(text.codePointAt(t)) : 1;
        p++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  @Override
  public String toString() {
    return text;
  }
}
