package conclave.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A list, each of whose items is of one type. As a text: a YAML list, or the items with commas
 * between them.
 */
record ListType<T>(Type<T> item) implements Type<List<T>> {
  @Override
  public String allowed() {
    return "a list of which each item is " + item.allowed();
  }

  @Override
  public Optional<List<T>> read(Value value, Reading reading) {
    if (!(value instanceof Value.Sequence sequence)) {
      String shown = item.holdsSecrets() ? "(secret)" : value.shown();
      return reading.refuse(value.where(), shown, allowed());
    }
    List<T> items = new ArrayList<>();
    for (Value each : sequence.items()) {
      item.read(each, reading).ifPresent(items::add);
    }
    return items.size() == sequence.items().size() ? Optional.of(items) : Optional.empty();
  }

  @Override
  public Value ofText(String text, String where) {
    if (text.startsWith("[")) {
      Optional<Value> value = YamlText.tryParse(text, where);
      if (value.isPresent() && value.get() instanceof Value.Sequence) {
        return value.get();
      }
    }
    List<Value> items = new ArrayList<>();
    if (!text.isBlank()) {
      for (String each : text.split(",", -1)) {
        items.add(item.ofText(each.strip(), where));
      }
    }
    return new Value.Sequence(items, where);
  }
}
