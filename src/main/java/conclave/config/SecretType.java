package conclave.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A secret: its text, or {@code {file: PATH}}. None of its messages shows it. */
record SecretType() implements Type<Optional<Secret>> {
  private static final int LONGEST = 64 * 1024;

  @Override
  public String allowed() {
    return "a text, or {file: PATH} with a file that can be read and is not empty";
  }

  @Override
  public Optional<Optional<Secret>> read(Value value, Reading reading) {
    if (value instanceof Value.Scalar scalar) {
      return Optional.of(Optional.of(scalar.text()).filter(t -> !t.isEmpty()).map(Secret::new));
    }
    Optional<String> path = path(value);
    if (path.isEmpty()) {
      return reading.refuse(value.where(), "(secret)", allowed());
    }
    Optional<Secret> secret = secret(path.get(), reading.folder());
    return secret.isPresent()
        ? Optional.of(secret)
        : reading.refuse(value.where(), "{file: " + Text.cut(path.get()) + "}", allowed());
  }

  @Override
  public Value ofText(String text, String where) {
    return fileOrText(text, where);
  }

  /** What a text of the environment or the command line stands for: {file: PATH}, or itself. */
  static Value fileOrText(String text, String where) {
    if (text.startsWith("{")) {
      Optional<Value> value = YamlText.tryParse(text, where);
      if (value.isPresent() && path(value.get()).isPresent()) {
        return value.get();
      }
    }
    return new Value.Scalar(text, false, where);
  }

  /** The path in {file: PATH}; empty for all else. */
  static Optional<String> path(Value value) {
    if (value instanceof Value.Mapping mapping && mapping.entries().size() == 1) {
      List<Value.Entry> entries = mapping.entries();
      Value.Entry entry = entries.get(0);
      if (entry.key().equals("file") && entry.value() instanceof Value.Scalar scalar) {
        return Optional.of(scalar.text());
      }
    }
    return Optional.empty();
  }

  private static Optional<Secret> secret(String path, Path folder) {
    try (InputStream in = Files.newInputStream(folder.resolve(path))) {
      String text = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
      return Optional.of(text.replaceFirst("\\r?\\n\\z", ""))
          .filter(t -> !t.isEmpty())
          .map(Secret::new);
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}
