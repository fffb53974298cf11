package conclave.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever somebody writes, the loader answers with a configuration or with mistakes. */
class AnyInputTest {
  private static Path file;

  @BeforeContainer
  static void start() throws IOException {
    file = Files.createTempFile("conclave", ".yaml");
  }

  @AfterContainer
  static void stop() throws IOException {
    Files.delete(file);
  }

  @Property(tries = 500)
  void anyBytesAreAnswered(@ForAll byte[] bytes) throws IOException {
    Files.write(file, bytes);
    answers(ConfigLoader.load(Optional.of(file), Map.of(), List.of()));
  }

  @Property(tries = 2000)
  void anyTextIsAnswered(@ForAll("texts") String text) throws IOException {
    Files.write(file, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    answers(ConfigLoader.load(Optional.of(file), Map.of(), List.of()));
  }

  @Property(tries = 2000)
  void anyValueOfAnyKeyIsAnswered(@ForAll("keys") String key, @ForAll("texts") String text) {
    answers(Loading.sets(key + "=" + text));
    answers(Loading.env(Map.of(Key.variable(key), text)));
  }

  @Property(tries = 500)
  void anySetIsAnswered(@ForAll("texts") String text) {
    answers(Loading.sets(text));
    answers(Loading.env(Map.of("CONCLAVE_" + text, text)));
  }

  /** Texts made from pieces that mean something to the loader, and from anything else. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "server:",
            "listen",
            "limits",
            "operators",
            ".",
            ":",
            "=",
            "\n",
            "\n  ",
            "- ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "\"",
            "'",
            "#",
            "&a",
            "*a",
            "!!x",
            "? ",
            "| ",
            "> ",
            "%YAML",
            "---",
            "...",
            "\t",
            "\\",
            "null",
            "1",
            "99999999999",
            "[::]:1",
            "postgresql://",
            "file:",
            "<<:",
            "@",
            "\u0000",
            "\ufeff",
            "\u2028",
            "/");
    return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(5))
        .list()
        .ofMaxSize(20)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> keys() {
    return Arbitraries.of(ConfigLoader.keys());
  }

  private static void answers(LoadResult result) {
    assertThat(result.config().isPresent()).isEqualTo(result.mistakes().isEmpty());
    assertThat(result.mistakes()).allSatisfy(m -> assertThat(m.toString().lines()).hasSize(1));
  }
}
