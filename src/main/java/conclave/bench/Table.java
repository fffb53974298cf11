package conclave.bench;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Columns of numbers, printed row by row as they come. */
final class Table {
  static final String UNKNOWN = "-";

  private static final int LEAST_WIDTH = 8;

  private final PrintWriter out;
  private final List<String> titles;
  private final int firstWidth;

  /**
   * A table.
   *
   * @param firstWidth of the first column, which has words
   */
  Table(PrintWriter out, int firstWidth, List<String> titles) {
    this.out = out;
    this.titles = titles;
    this.firstWidth = firstWidth;
  }

  void head() {
    row(titles);
  }

  void row(List<String> cells) {
    out.println(
        IntStream.range(0, cells.size())
            .mapToObj(i -> i == 0 ? left(cells.get(0)) : right(cells.get(i), titles.get(i)))
            .collect(Collectors.joining("  "))
            .stripTrailing());
    out.flush();
  }

  private String left(String cell) {
    return cell + " ".repeat(Math.max(0, firstWidth - cell.length()));
  }

  private static String right(String cell, String title) {
    int width = Math.max(LEAST_WIDTH, title.length());
    return " ".repeat(Math.max(0, width - cell.length())) + cell;
  }

  static String whole(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  /** With as many places as it has sense for. */
  static String number(double value) {
    String form = value >= 1_000 ? "%,.0f" : value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, form, value);
  }

  static String number(OptionalDouble value) {
    return value.isEmpty() ? UNKNOWN : number(value.getAsDouble());
  }
}
