package conclave.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The file of a key: its path or {@code {file: PATH}}, absolute afterwards; or none. It may not be
 * there yet: who needs the key makes it.
 */
record KeyFileType() implements Type<Optional<Path>> {
  @Override
  public String allowed() {
    return "the path of a file, {file: PATH} with it, or none";
  }

  @Override
  public Optional<Optional<Path>> read(Value value, Reading reading) {
    Optional<String> text =
        value instanceof Value.Scalar scalar
            ? Optional.of(scalar.text())
            : SecretType.path(value).filter(path -> !path.isEmpty());
    if (text.isEmpty()) {
      return reading.refuse(value, allowed());
    }
    if (value instanceof Value.Scalar && (text.get().isEmpty() || text.get().equals("none"))) {
      return Optional.of(Optional.empty());
    }
    Optional<Path> file = Types.noFolder(text.get(), reading.folder());
    return file.isPresent() ? Optional.of(file) : reading.refuse(value, allowed());
  }

  @Override
  public Value ofText(String text, String where) {
    return SecretType.fileOrText(text, where);
  }
}
