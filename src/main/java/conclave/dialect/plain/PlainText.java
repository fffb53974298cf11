package conclave.dialect.plain;

import conclave.dialect.Sanitizer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** What others sent, made fit for a terminal. */
final class PlainText {
  private static final Pattern COLOUR =
      Pattern.compile("\u0003(\\d{1,2}(,\\d{1,2})?)?|\u0004([0-9a-fA-F]{6})?");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneId.systemDefault());

  private PlainText() {}

  /** The text without colours and everything else that is no text. */
  static String clean(String text) {
    return Sanitizer.clean(COLOUR.matcher(text).replaceAll(""));
  }

  /** {@code 19:02:11}, where the server is. */
  static String time(long millis) {
    return TIME.format(Instant.ofEpochMilli(millis));
  }

  /** {@code 2026-11-22}, where the server is. */
  static String date(long millis) {
    return DATE.format(Instant.ofEpochMilli(millis));
  }

  /** {@code 2026-11-22 19:02}, where the server is. */
  static String day(long millis) {
    return DAY.format(Instant.ofEpochMilli(millis));
  }
}
