package conclave;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts that tests use as passwords and messages, and that no log may ever show. */
public final class Needles {
  /** The password of most accounts. */
  public static final String PASSWORD = "open-sesame-needle";

  /** One with a space in it, which a line of IRC takes only at its end. */
  public static final String PASSWORD_WITH_SPACE = "correct horse needle";

  /** What is nobody's password. */
  public static final String WRONG_PASSWORD = "wrong-horse-needle";

  /** What is said. */
  public static final String MESSAGE = "Not a needle in a log, please";

  static final List<String> ALL = List.of(PASSWORD, PASSWORD_WITH_SPACE, WRONG_PASSWORD, MESSAGE);

  private static final int BYTES = 3;
  private static final int DIGITS = 4;

  private Needles() {}

  /** The needles that a line shows, as they are or in Base64, as SASL sends them. */
  static List<String> in(String line) {
    return ALL.stream().filter(needle -> forms(needle).anyMatch(line::contains)).toList();
  }

  private static Stream<String> forms(String needle) {
    byte[] bytes = needle.getBytes(StandardCharsets.UTF_8);
    return Stream.concat(
        Stream.of(needle), IntStream.range(0, BYTES).mapToObj(skipped -> base64(bytes, skipped)));
  }

  /** What is the same in Base64 whatever stands before and after, if it begins after that many. */
  private static String base64(byte[] needle, int skipped) {
    int whole = (needle.length - skipped) / BYTES * BYTES;
    byte[] middle = Arrays.copyOfRange(needle, skipped, skipped + whole);
    return Base64.getEncoder().encodeToString(middle).substring(0, whole / BYTES * DIGITS);
  }
}
