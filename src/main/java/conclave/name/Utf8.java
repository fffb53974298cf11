package conclave.name;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Strict UTF-8, and lengths in it (RFC 3629). */
public final class Utf8 {
  private Utf8() {}

  /** The text, or nothing where the bytes are no UTF-8. */
  public static Optional<String> decode(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** How many bytes the text has in UTF-8. */
  public static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /**
   * What of a text can stand in an answer as a word: up to its first space, {@code *} for nothing.
   */
  public static String firstWord(String text) {
    String stripped = text.strip();
    int space = stripped.indexOf(' ');
    String word = space < 0 ? stripped : stripped.substring(0, space);
    return word.isEmpty() || word.startsWith(":") ? "*" : word;
  }

  public static byte[] encode(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
