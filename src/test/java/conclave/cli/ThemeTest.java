package conclave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThemeTest {
  @TempDir Path folder;

  @Test
  void aNickHasAlwaysTheSameColourInWhateverCase() {
    assertThat(Theme.DARK.nick("alice", 256)).isEqualTo(Theme.DARK.nick("Alice", 256));
    long colours =
        IntStream.range(0, 500).mapToObj(i -> Theme.AUTO.nick("n" + i, 256)).distinct().count();
    assertThat(colours).isEqualTo(15);
  }

  @Test
  void whereThereAreNoColoursNoneIsShown() {
    assertThat(Theme.MONO.nick("alice", 256)).isEqualTo(AttributedStyle.BOLD);
    assertThat(Theme.DARK.nick("alice", 0)).isEqualTo(AttributedStyle.BOLD);
    assertThat(IntStream.range(0, 500).mapToObj(i -> Theme.DARK.nick("n" + i, 16)).distinct())
        .hasSize(6);
  }

  @Test
  void whatWasChosenIsTheThemeTheNextTimeUnlessColoursAreNotWanted() throws IOException {
    Path own = Files.createDirectories(folder.resolve("conclave"));
    Files.writeString(own.resolve("theme"), "light\n");
    Map<String, String> environment = Map.of("XDG_CONFIG_HOME", folder.toString());

    assertThat(Themes.begin(environment, "", false)).isEqualTo(Theme.LIGHT);
    assertThat(Themes.begin(environment, "", true)).isEqualTo(Theme.MONO);
    assertThat(Themes.begin(Map.of("NO_COLOR", "1"), folder.toString(), false))
        .isEqualTo(Theme.MONO);
    assertThat(Themes.begin(Map.of(), folder.toString(), false)).isEqualTo(Theme.AUTO);
  }
}
