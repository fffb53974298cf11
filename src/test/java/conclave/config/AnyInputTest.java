package conclave.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

/** Whatever somebody writes, the loader answers with a configuration or with mistakes. */
class AnyInputTest {
  private static final String[] PIECES =
      ("server: \n_ listen limits operators . : = - [ ] { } , \" ' # &a *a !!x ? | > %YAML --- ... \\ null 1"
              + " 99999999999 [::]:1 postgresql:// file: <<: @ / \0 \t \n \ufeff \u2028")
          .split(" ");

  private static final Path FILE = temporaryFile();

  @Property(tries = 500)
  void anyBytesAreAnswered(@ForAll byte[] bytes) throws IOException {
    Files.write(FILE, bytes);
    answers(ConfigLoader.load(Optional.of(FILE), Map.of(), List.of()));
  }

  @Property(tries = 2000)
  void anyTextIsAnswered(@ForAll("texts") String text) throws IOException {
    Files.write(FILE, text.getBytes(StandardCharsets.UTF_8));
    answers(ConfigLoader.load(Optional.of(FILE), Map.of(), List.of()));
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
    return Arbitraries.oneOf(Arbitraries.of(PIECES), Arbitraries.strings().ofMaxLength(5))
        .list()
        .ofMaxSize(20)
        .map(parts -> String.join("", parts).replace('_', ' '));
  }

  @Provide
  Arbitrary<String> keys() {
    return Arbitraries.of(ConfigLoader.keys());
  }

  private static Path temporaryFile() {
    try {
      Path file = Files.createTempFile("conclave", ".yaml");
      file.toFile().deleteOnExit();
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answers(LoadResult result) {
    assertThat(result.config().isPresent()).isEqualTo(result.mistakes().isEmpty());
    assertThat(result.mistakes()).allSatisfy(m -> assertThat(m.toString().lines()).hasSize(1));
  }
}
