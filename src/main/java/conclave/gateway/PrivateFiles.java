package conclave.gateway;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only the server's own user may read. */
public final class PrivateFiles {
  private PrivateFiles() {}

  /** Writes a new file with mode 0600, which it has from its first moment. */
  public static void write(Path file, byte[] content) throws IOException {
    Files.deleteIfExists(file);
    boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] mode =
        isPosix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    Files.createFile(file, mode);
    Files.write(file, content);
  }
}
