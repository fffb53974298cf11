package conclave.name;

import java.util.Optional;

/**
 * The name of a room (Modern IRC §Channels): {@code #}, then anything but controls, space and
 * comma.
 *
 * @param text 2 to 200 characters with its {@code #}, as it was first written; its key too is a
 *     room name
 */
public record RoomName(String text) {
  private static final int MAX = 200;

  public RoomName {
    if (!isValid(text)) {
      throw new IllegalArgumentException("not a room name");
    }
  }

  /** The room name, or nothing where the text is none. */
  public static Optional<RoomName> parse(String text) {
    String composed = CaseFold.composed(text);
    return isValid(composed) ? Optional.of(new RoomName(composed)) : Optional.empty();
  }

  /** As {@link #parse}, with the {@code #} put in front where a person left it out. */
  public static Optional<RoomName> parseLoosely(String text) {
    return parse(text.startsWith("#") ? text : "#" + text);
  }

  /** The form under which it is unique. */
  public String key() {
    return CaseFold.fold(text);
  }

  private static boolean isValid(String text) {
    return text.length() >= 2
        && text.length() <= MAX
        && text.charAt(0) == '#'
        && CaseFold.fold(text).length() <= MAX
        && text.codePoints().noneMatch(c -> c == ',' || isInvisible(c));
  }

  private static boolean isInvisible(int c) {
    return Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.SURROGATE
        || Character.isISOControl(c)
        || Character.isSpaceChar(c)
        || Character.isWhitespace(c);
  }

  @Override
  public String toString() {
    return text;
  }
}
