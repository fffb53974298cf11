package conclave.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How one kind of room does beside another, each repetition of one against the same of the other:
 * the medians of the ratios.
 */
record Ratio(String room, String other, double deliveries, OptionalDouble cpu) {
  private record Pair(Talked one, Talked other) {}

  /** Of runs that were made in turns. */
  static Ratio of(String room, String other, List<Talked> all) {
    List<Talked> ones = all.stream().filter(talked -> talked.room().equals(room)).toList();
    List<Talked> others = all.stream().filter(talked -> talked.room().equals(other)).toList();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < Math.min(ones.size(), others.size()); i++) {
      pairs.add(new Pair(ones.get(i), others.get(i)));
    }
    return new Ratio(
        room,
        other,
        Median.of(
            pairs, pair -> pair.one().deliveriesPerSecond() / pair.other().deliveriesPerSecond()),
        Median.known(
            pairs,
            pair ->
                quotient(
                    pair.one().serverCpuSecondsPerMillion(),
                    pair.other().serverCpuSecondsPerMillion())));
  }

  private static OptionalDouble quotient(OptionalDouble one, OptionalDouble other) {
    return one.isEmpty() || other.isEmpty() || other.getAsDouble() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(one.getAsDouble() / other.getAsDouble());
  }
}
