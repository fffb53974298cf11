package conclave.dialect;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How people write for how long something shall hold: {@code 30m}, {@code 12h}, {@code 7d}, {@code
 * 2w}.
 */
public final class LastingTime {
  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,6})([smhdw]?)");
  private static final int DAYS_OF_WEEK = 7;

  private LastingTime() {}

  /** The time; a number alone is minutes, and 0 means for ever. */
  public static Optional<Duration> parse(String text) {
    Matcher matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "s" -> Duration.ofSeconds(number);
          case "h" -> Duration.ofHours(number);
          case "d" -> Duration.ofDays(number);
          case "w" -> Duration.ofDays(DAYS_OF_WEEK * number);
          default -> Duration.ofMinutes(number);
        });
  }
}
