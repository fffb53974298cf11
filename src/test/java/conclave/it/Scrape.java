package conclave.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Prometheus reads of a text (its text-based format, version 0.0.4), read as strictly as
 * promtool does: each name has its help and its type before its samples, all samples of a name
 * stand together, no series is there twice, and the buckets of a histogram rise up to its count.
 */
final class Scrape {
  private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
  private static final Pattern HELP = Pattern.compile("# HELP (" + NAME + ") (\\S.*)");
  private static final Pattern TYPE =
      Pattern.compile("# TYPE (" + NAME + ") (counter|gauge|histogram|summary|untyped)");
  private static final String LABEL = "[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\n]|\\\\[\\\\\"n])*\"";
  private static final Pattern SAMPLE =
      Pattern.compile(
          "("
              + NAME
              + ")(\\{(?:"
              + LABEL
              + "(?:,"
              + LABEL
              + ")*)?})? (-?[0-9.]+(?:E-?[0-9]+)?|NaN|[+-]Inf)");
  private static final Pattern BOUND = Pattern.compile(",?le=\"([^\"]+)\"");

  private final Map<String, String> types = new LinkedHashMap<>();
  private final Map<String, String> helps = new HashMap<>();
  private final Map<String, Double> series = new LinkedHashMap<>();
  private final Set<String> closed = new HashSet<>();
  private String current = "";

  private Scrape() {}

  static Scrape of(String text) {
    Scrape scrape = new Scrape();
    assertThat(text).endsWith("\n");
    List.of(text.split("\n")).forEach(scrape::read);
    scrape.types.forEach(scrape::check);
    return scrape;
  }

  private void read(String line) {
    Matcher help = HELP.matcher(line);
    Matcher type = TYPE.matcher(line);
    Matcher sample = SAMPLE.matcher(line);
    if (help.matches()) {
      begin(help.group(1));
      assertThat(helps.put(help.group(1), help.group(2))).as(line).isNull();
    } else if (type.matches()) {
      begin(type.group(1));
      assertThat(types.put(type.group(1), type.group(2))).as(line).isNull();
    } else {
      assertThat(sample.matches()).as(line).isTrue();
      assertThat(familyOf(sample.group(1))).as(line).isEqualTo(current);
      String name = sample.group(1) + (sample.group(2) == null ? "" : sample.group(2));
      assertThat(series.put(name, number(sample.group(3)))).as(line).isNull();
    }
  }

  private void begin(String family) {
    if (!family.equals(current)) {
      assertThat(closed.add(family)).as("samples of " + family + " stand together").isTrue();
      current = family;
    }
  }

  private String familyOf(String sample) {
    String type = types.getOrDefault(current, "");
    boolean isPart =
        (type.equals("histogram") && sample.matches(current + "_(bucket|sum|count)"))
            || (type.equals("summary") && sample.matches(current + "_(sum|count)"));
    return isPart ? current : sample;
  }

  private static double number(String text) {
    return text.endsWith("Inf")
        ? (text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY)
        : Double.parseDouble(text);
  }

  private void check(String family, String type) {
    assertThat(helps).as("help of " + family).containsKey(family);
    if (type.equals("counter")) {
      assertThat(family).endsWith("_total");
    } else if (type.equals("histogram")) {
      buckets(family);
    }
  }

  private void buckets(String family) {
    Map<String, Double> reached = new HashMap<>();
    series.forEach(
        (name, count) -> {
          if (name.startsWith(family + "_bucket")) {
            String rest = BOUND.matcher(name).replaceFirst("").replace("{}", "");
            assertThat(count).as(name).isGreaterThanOrEqualTo(reached.getOrDefault(rest, 0.0));
            reached.put(rest, count);
          }
        });
    assertThat(reached).as(family).isNotEmpty();
    reached.forEach(
        (rest, count) -> {
          String total = rest.replaceFirst("_bucket", "_count");
          assertThat(series).containsEntry(total, count);
        });
  }

  /** The names that have a type. */
  Set<String> families() {
    return types.keySet();
  }

  String type(String family) {
    return types.getOrDefault(family, "");
  }

  /** The value of one series, as it is written. */
  double value(String name) {
    assertThat(series).containsKey(name);
    return series.getOrDefault(name, Double.NaN);
  }
}
