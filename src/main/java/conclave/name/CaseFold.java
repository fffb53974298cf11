package conclave.name;

/**
 * The case mapping {@code ascii}: A to Z equal a to z, everything else is itself (Modern IRC
 * §CASEMAPPING).
 */
public final class CaseFold {
  private CaseFold() {}

  /** The form under which a name is looked up and compared. */
  public static String fold(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isUpper(text.charAt(i))) {
        return lower(text);
      }
    }
    return text;
  }

  private static String lower(String text) {
    char[] folded = text.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      if (isUpper(folded[i])) {
        folded[i] = Character.toLowerCase(folded[i]);
      }
    }
    return new String(folded);
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
