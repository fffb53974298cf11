package conclave.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a source says, before it is known whether that is allowed: a piece of YAML or a text. */
sealed interface Value {
  /** The place that a mistake names. */
  String where();

  /** The value as a message shows it. */
  String shown();

  /**
   * A single value, its text as written.
   *
   * @param text empty for YAML's null too
   * @param quoted written in quotes, or as a block, so meant as text
   */
  record Scalar(String text, boolean quoted, String where) implements Value {
    @Override
    public String shown() {
      return text.isEmpty() ? "(nothing)" : Text.quoted(text);
    }
  }

  /** A list. */
  record Sequence(List<Value> items, String where) implements Value {
    @Override
    public String shown() {
      return Text.cut(items.stream().map(Value::shown).collect(Collectors.joining(", ", "[", "]")));
    }
  }

  /** Keys with values, in the order of the source, the same key perhaps twice. */
  record Mapping(List<Entry> entries, String where) implements Value {
    @Override
    public String shown() {
      return Text.cut(
          entries.stream()
              .map(entry -> entry.key() + ": " + entry.value().shown())
              .collect(Collectors.joining(", ", "{", "}")));
    }
  }

  /**
   * A key with its value.
   *
   * @param where the place of the key
   * @param earlier the place of the same key before this one
   */
  record Entry(String key, Value value, String where, Optional<String> earlier) {}
}
