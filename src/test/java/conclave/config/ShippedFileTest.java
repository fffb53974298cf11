package conclave.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code conf/conclave.yaml} is the documentation of the keys: it must hold and be right. */
class ShippedFileTest {
  private static final Path FILE = Path.of("conf/conclave.yaml");

  @Test
  void loadingItGivesTheDefaults() {
    LoadResult result = ConfigLoader.load(Optional.of(FILE), Map.of(), List.of());
    assertThat(result.mistakes()).isEmpty();
    assertThat(result.config()).contains(ConfigLoader.defaults());
  }

  @Test
  void itHoldsEveryKeyInTheOrderOfTheSchema() throws IOException {
    List<String> keys = new ArrayList<>();
    for (Value.Entry section : document().entries()) {
      if (section.value() instanceof Value.Mapping mapping) {
        mapping.entries().forEach(entry -> keys.add(section.key() + "." + entry.key()));
      } else {
        keys.add(section.key());
      }
    }
    assertThat(keys).isEqualTo(ConfigLoader.keys());
  }

  @Test
  void eachKeyHasACommentAboveIt() throws IOException {
    List<String> lines = Files.readAllLines(FILE);
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).matches(" *[a-z].*")) {
        assertThat(lines.get(i - 1).strip()).as(lines.get(i)).startsWith("#");
      }
    }
  }

  @Test
  void eachSectionSaysWhatNeedsARestart() throws IOException {
    String text = String.join("|", Files.readAllLines(FILE)).replace(",|# ", ", ");
    for (String section : Schema.sections()) {
      List<String> fixed =
          Schema.KEYS.stream()
              .filter(key -> key.section().equals(section) && key.isFixed())
              .map(Key::name)
              .toList();
      boolean isAll = fixed.equals(Schema.names(section));
      String line = "# Needs a restart: " + (isAll ? "all" : String.join(", ", fixed)) + ".|";
      assertThat(text.contains(line + section + ":|")).as(line).isEqualTo(!fixed.isEmpty());
    }
  }

  private static Value.Mapping document() throws IOException {
    Value value = YamlText.tryParse(Files.readString(FILE), "file").orElseThrow();
    return (Value.Mapping) value;
  }
}
