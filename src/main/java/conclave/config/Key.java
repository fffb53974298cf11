package conclave.config;

import java.util.Locale;

/**
 * A row of the schema.
 *
 * @param path the full name: {@code section.name}, or a name alone
 * @param fallback the value where no source gives one, written as in {@code --set}
 * @param isFixed is it read at the start alone, so that another value needs a restart?
 */
record Key<T>(String path, Type<T> type, String fallback, boolean isFixed) {
  /** The first word of the full name. */
  String section() {
    int dot = path.indexOf('.');
    return dot < 0 ? path : path.substring(0, dot);
  }

  /** The name within the section; empty where the key is a section of its own. */
  String name() {
    int dot = path.indexOf('.');
    return dot < 0 ? "" : path.substring(dot + 1);
  }

  /** The name of the environment variable. */
  String variable() {
    return variable(path);
  }

  /** The full name. */
  static String path(String section, String name) {
    return name.isEmpty() ? section : section + "." + name;
  }

  static String variable(String path) {
    return "CONCLAVE_" + path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
