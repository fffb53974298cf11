package conclave.doctor;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where things are, or will be. */
final class Folders {
  private Folders() {}

  /** The folder itself, or the first above it that is there. */
  static Path existing(Path folder) {
    Path one = folder;
    while (!Files.exists(one) && one.getParent() != null) {
      one = one.getParent();
    }
    return one;
  }
}
