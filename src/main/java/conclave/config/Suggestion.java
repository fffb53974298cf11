package conclave.config;

import java.util.List;
import java.util.Optional;

/** Says what somebody probably meant who misspelt a name. */
final class Suggestion {
  private Suggestion() {}

  /** What to say about a key that stands at another place already. */
  static String twice(String place) {
    return "given twice, first at " + place;
  }

  /** What to say about an unknown section. */
  static String forSection(String section) {
    Optional<String> meant = nearest(section, Schema.sections()).or(() -> sameName(section));
    return "unknown section"
        + meant
            .map(Suggestion::question)
            .orElse("; the sections are " + String.join(", ", Schema.sections()));
  }

  /** What to say about an unknown key of a known section. */
  static String forKey(String section, String name) {
    List<String> names = Schema.names(section);
    Optional<String> meant =
        sameName(name).or(() -> nearest(name, names).map(near -> Key.path(section, near)));
    return "unknown key"
        + meant
            .map(Suggestion::question)
            .orElse("; " + section + " has " + String.join(", ", names));
  }

  /** What to say about a full name that is no key. */
  static String forPath(String path) {
    int dot = path.indexOf('.');
    String section = dot < 0 ? path : path.substring(0, dot);
    if (!Schema.sections().contains(section)) {
      return nearest(path, Schema.KEYS.stream().map(Key::path).toList())
          .map(near -> "unknown key" + question(near))
          .orElseGet(() -> forSection(section));
    }
    return forKey(section, dot < 0 ? "" : path.substring(dot + 1));
  }

  /** What to say about an unknown variable of the environment. */
  static String forVariable(String variable) {
    return "unknown variable" + nearestVariable(variable).map(Suggestion::question).orElse("");
  }

  /** The variable of a key that is only a slip away. */
  static Optional<String> nearestVariable(String variable) {
    return nearest(variable, Schema.KEYS.stream().map(Key::variable).toList());
  }

  private static String question(String name) {
    return "; did you mean " + name + "?";
  }

  private static Optional<String> sameName(String name) {
    return Schema.KEYS.stream()
        .filter(key -> !name.isEmpty() && key.name().equals(name))
        .map(Key::path)
        .findFirst();
  }

  /** The known name with the fewest slips, if these are few for its length. */
  private static Optional<String> nearest(String name, List<String> known) {
    String best = "";
    int fewest = Integer.MAX_VALUE;
    for (String each : known) {
      int slips = slips(name, each);
      if (slips < fewest && slips <= allowance(each)) {
        fewest = slips;
        best = each;
      }
    }
    return Optional.of(best).filter(found -> !found.isEmpty());
  }

  private static int allowance(String name) {
    return Math.min(3, 1 + name.length() / 5);
  }

  /** Letters added, left out, changed, or swapped with their neighbour. */
  private static int slips(String a, String b) {
    if (a.length() > b.length() + 3) {
      return Integer.MAX_VALUE;
    }
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, i, j, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(String a, String b, int i, int j, int[][] cost) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
    least = Math.min(least, cost[i - 1][j - 1] + (same ? 0 : 1));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
