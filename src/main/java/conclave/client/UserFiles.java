package conclave.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** What the client remembers for its user between runs: files that are the user's alone. */
public final class UserFiles {
  private UserFiles() {}

  /**
   * The user's folder for them, {@code conclave} in the folder for configurations.
   *
   * @param home where the environment names no home
   */
  public static Path folder(Map<String, String> environment, String home) {
    Path config = Path.of(environment.getOrDefault("XDG_CONFIG_HOME", ""));
    Path base =
        config.isAbsolute()
            ? config
            : Path.of(
                environment.getOrDefault("HOME", home), ".config"); // XDG: relative is invalid
    return base.resolve("conclave");
  }

  /** Replaces the file as a whole; it and the folders that it needs have modes 0600 and 0700. */
  public static void replace(Path file, List<String> lines) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException(file + " is no file");
    }
    Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
    Path fresh = Files.createTempFile(folder, "fresh", null, ownerOnly(folder, "rw-------"));
    try {
      Files.write(fresh, lines);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Makes an empty file where there is none, for the user alone. */
  public static void provide(Path file) throws IOException {
    if (!Files.exists(file)) {
      replace(file, List.of());
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path folder, String permissions) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
