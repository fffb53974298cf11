package conclave.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The sources that give texts: the environment and {@code --set}. */
final class TextSources {
  private static final String SET = "--set";

  private TextSources() {}

  /**
   * Takes every variable that belongs to a key. A variable of a known section that belongs to none
   * is a mistake, and so is one that is only a slip away from a key's; others are not ours.
   */
  static void environment(Map<String, String> env, Settings settings) {
    new TreeMap<>(env)
        .forEach(
            (variable, text) -> {
              String where = "environment " + variable;
              Optional<Key<?>> key =
                  Schema.KEYS.stream().filter(k -> k.variable().equals(variable)).findFirst();
              if (key.isPresent()) {
                settings.takeText(key.get(), text, where);
              } else if (isMeantForUs(variable)) {
                settings.refuse(where, "", Suggestion.forVariable(variable));
              }
            });
  }

  private static boolean isMeantForUs(String variable) {
    return variable.startsWith("CONCLAVE_")
        && (Suggestion.nearestVariable(variable).isPresent()
            || Schema.sections().stream()
                .map(Key::variable)
                .anyMatch(of -> variable.equals(of) || variable.startsWith(of + "_")));
  }

  /** Takes every {@code section.key=value}; where a key comes twice, the last one holds. */
  static void sets(List<String> sets, Settings settings) {
    for (String set : sets) {
      int equals = set.indexOf('=');
      if (equals < 0) {
        // what stands after the key could be a secret
        String name = set.replaceFirst("[^\\w.-][\\s\\S]*", "");
        settings.refuse(SET, name, "write SECTION.KEY=VALUE");
        continue;
      }
      String path = set.substring(0, equals).strip();
      Optional<Key<?>> key = Schema.find(path);
      if (key.isPresent()) {
        settings.takeText(key.get(), set.substring(equals + 1).strip(), SET);
      } else {
        settings.refuse(SET, path, Suggestion.forPath(path));
      }
    }
  }
}
