package conclave.config;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types of the schema that are amounts: counts, sizes and times, each with its range. */
final class Quantities {
  private static final Pattern AMOUNT = Pattern.compile("(0|[1-9][0-9]{0,9}) ?([A-Za-z]*)");
  private static final Map<String, Long> COUNT = Map.of("", 1L);
  private static final Map<String, Long> BYTES =
      Map.of("", 1L, "B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);
  private static final Map<String, Long> MILLISECONDS =
      Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

  private Quantities() {}

  static ScalarType<Integer> number(int least, int most) {
    return new ScalarType<>(
        "a whole number from " + least + " to " + most,
        true,
        (text, folder) -> boxed(within(amount(text, COUNT), least, most)).map(Long::intValue));
  }

  /** A size in bytes, its bounds written as the operator would. */
  static ScalarType<Integer> size(String least, String most) {
    long from = amount(least, BYTES).orElseThrow();
    long to = amount(most, BYTES).orElseThrow();
    return new ScalarType<>(
        "a size from " + least + " to " + most + " (B, KiB, MiB, GiB; a bare number is bytes)",
        false,
        (text, folder) -> boxed(within(amount(text, BYTES), from, to)).map(Math::toIntExact));
  }

  /** A length of time, its bounds written as the operator would. */
  static ScalarType<Duration> time(String least, String most) {
    long from = amount(least, MILLISECONDS).orElseThrow();
    long to = amount(most, MILLISECONDS).orElseThrow();
    return new ScalarType<>(
        "a time from " + least + " to " + most + " (ms, s, m, h, d)",
        false,
        (text, folder) ->
            boxed(within(amount(text, MILLISECONDS), from, to)).map(Duration::ofMillis));
  }

  private static OptionalLong amount(String text, Map<String, Long> units) {
    Matcher matcher = AMOUNT.matcher(text);
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    Long unit = units.get(matcher.group(2));
    return unit == null
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(matcher.group(1)) * unit);
  }

  private static OptionalLong within(OptionalLong amount, long least, long most) {
    return amount.stream().filter(n -> n >= least && n <= most).findAny();
  }

  private static Optional<Long> boxed(OptionalLong amount) {
    return amount.isPresent() ? Optional.of(amount.getAsLong()) : Optional.empty();
  }
}
