package conclave.cli.rooms;

import conclave.name.CaseFold;

/** Whether a text speaks to somebody by name. */
public final class Mention {
  private Mention() {}

  /** Whether the nick stands in the text as a word of its own, in whatever case. */
  public static boolean of(String nick, String text) {
    String name = CaseFold.fold(nick);
    String words = CaseFold.fold(text);
    if (name.isEmpty()) {
      return false;
    }
    for (int at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean begins = at == 0 || !isOfWord(words.codePointBefore(at));
      boolean ends = end == words.length() || !isOfWord(words.codePointAt(end));
      if (begins && ends) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfWord(int c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
