package conclave.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * A single value.
 *
 * @param bare a number or a switch: in quotes it would be a text, which is refused
 * @param parse from the text and the folder for relative paths; empty if the text is not allowed
 */
record ScalarType<T>(String allowed, boolean bare, BiFunction<String, Path, Optional<T>> parse)
    implements Type<T> {
  /** The same, or {@code none} or nothing at all for no value. */
  ScalarType<Optional<T>> orNone() {
    return new ScalarType<>(allowed + ", or none", bare, this::parseOrNone);
  }

  private Optional<Optional<T>> parseOrNone(String text, Path folder) {
    if (text.isEmpty() || text.equals("none")) {
      return Optional.of(Optional.empty());
    }
    Optional<T> parsed = parse.apply(text, folder);
    return parsed.isPresent() ? Optional.of(parsed) : Optional.empty();
  }

  /** The same, or {@code auto} for what the machine suggests. */
  ScalarType<T> orAuto(Supplier<T> auto) {
    return new ScalarType<>(
        allowed + ", or auto",
        bare,
        (text, folder) ->
            text.equals("auto") ? Optional.of(auto.get()) : parse.apply(text, folder));
  }

  @Override
  public Optional<T> read(Value value, Reading reading) {
    if (!(value instanceof Value.Scalar scalar)) {
      return reading.refuse(value, allowed);
    }
    if (bare && scalar.quoted()) {
      return reading.refuse(value, allowed + ", without quotes");
    }
    Optional<T> parsed = parse.apply(scalar.text(), reading.folder());
    return parsed.isPresent() ? parsed : reading.refuse(value, allowed);
  }

  /** The text itself; quotes around the whole are taken off, as YAML would. */
  @Override
  public Value ofText(String text, String where) {
    if (text.startsWith("\"") || text.startsWith("'")) {
      Optional<Value> value = YamlText.tryParse(text, where);
      if (value.isPresent() && value.get() instanceof Value.Scalar) {
        return value.get();
      }
    }
    return new Value.Scalar(text, false, where);
  }
}
