package conclave.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The YAML file: sections, and keys in them. */
final class FileSource {
  private static final int LONGEST = 1 << 20;

  private final Path file;
  private final Path folder;
  private final Settings settings;

  private FileSource(Path file, Settings settings) {
    this.file = file;
    this.folder = Settings.WORKING_FOLDER.resolve(file).resolveSibling("").normalize();
    this.settings = settings;
  }

  /** Takes every setting of the file; a file that cannot be read is one mistake. */
  static void read(Path file, Settings settings) {
    FileSource source = new FileSource(file, settings);
    source
        .text()
        .flatMap(text -> YamlText.parse(text, source::place, settings.mistakes()))
        .ifPresent(source::document);
  }

  private String place(int line) {
    return file + ":" + line;
  }

  private Optional<String> text() {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LONGEST + 1);
      if (bytes.length <= LONGEST) {
        return Optional.of(
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
      }
      settings.refuse(file.toString(), "", "larger than 1 MiB");
    } catch (CharacterCodingException e) {
      settings.refuse(file.toString(), "", "not UTF-8");
    } catch (IOException e) {
      settings.refuse(
          file.toString(), "", Files.exists(file) ? "cannot be read" : "there is no such file");
    }
    return Optional.empty();
  }

  private void document(Value document) {
    if (!(document instanceof Value.Mapping mapping)) {
      settings.refuse(document.where(), "", "a configuration is sections with keys in them");
      return;
    }
    for (Value.Entry entry : mapping.entries()) {
      refuseSecond(entry, entry.key());
      Optional<Key<?>> alone = Schema.find(entry.key());
      if (alone.isPresent()) {
        settings.take(alone.get(), entry.value(), folder);
      } else if (Schema.sections().contains(entry.key())) {
        section(entry.key(), entry.value());
      } else {
        settings.refuse(entry.where(), entry.key(), Suggestion.forSection(entry.key()));
      }
    }
  }

  private void section(String section, Value value) {
    if (value instanceof Value.Scalar scalar && scalar.text().isEmpty()) {
      return; // a section whose keys are all commented out
    }
    if (!(value instanceof Value.Mapping mapping)) {
      settings.refuse(value.where(), section, "a section holds keys and their values");
      return;
    }
    for (Value.Entry entry : mapping.entries()) {
      String path = Key.path(section, entry.key());
      refuseSecond(entry, path);
      Optional<Key<?>> key = Schema.find(path);
      if (key.isPresent()) {
        settings.take(key.get(), entry.value(), folder);
      } else {
        settings.refuse(entry.where(), path, Suggestion.forKey(section, entry.key()));
      }
    }
  }

  private void refuseSecond(Value.Entry entry, String path) {
    entry
        .earlier()
        .ifPresent(place -> settings.refuse(entry.where(), path, Suggestion.twice(place)));
  }
}
