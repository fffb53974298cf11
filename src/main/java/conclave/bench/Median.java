package conclave.bench;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** The middle one of several repetitions, which one that went wrong does not move. */
final class Median {
  private Median() {}

  static <T> double of(List<T> all, ToDoubleFunction<T> value) {
    double[] sorted = all.stream().mapToDouble(value).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[middle]
        : Arrays.stream(sorted, middle - 1, middle + 1).average().orElse(0);
  }

  /** Nothing where one is not known. */
  static <T> OptionalDouble known(List<T> all, Function<T, OptionalDouble> value) {
    List<OptionalDouble> values = all.stream().map(value).toList();
    return values.isEmpty() || values.stream().anyMatch(OptionalDouble::isEmpty)
        ? OptionalDouble.empty()
        : OptionalDouble.of(of(values, OptionalDouble::getAsDouble));
  }
}
