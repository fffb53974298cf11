package conclave.file;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only the server's own user may read. */
public final class PrivateFiles {
  private static final String OWNERS_ALONE = "rw-------";

  private PrivateFiles() {}

  /**
   * Writes a file with mode 0600, which it has from its first moment, and which is its folder's
   * owner's. On return it is on stable storage; after a crash there is the old content or the new
   * one, never a part. Blocks.
   */
  public static void write(Path file, byte[] content) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path part = absolute.resolveSibling(absolute.getFileName() + ".new");
    Files.deleteIfExists(part);
    try (FileChannel out = FileChannel.open(part, Set.of(CREATE_NEW, WRITE), ownersAlone())) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
    }
    shareOwner(part, absolute.resolveSibling(""));
    settle(part, absolute);
  }

  /**
   * Gives a file that is whole its name, in place of whatever has it; on return all of it is on
   * stable storage. Blocks.
   */
  public static void settle(Path part, Path file) throws IOException {
    try (FileChannel out = FileChannel.open(part, WRITE)) {
      out.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    if (isPosix()) {
      try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), READ)) {
        folder.force(true);
      }
    }
  }

  /**
   * Gives a file that root has made to the owner of a folder: the server, which is not root, must
   * be able to read what an administrator leaves in its folder. Blocks.
   */
  public static void shareOwner(Path file, Path folder) throws IOException {
    if (isPosix() && isRoots(file) && !isRoots(folder)) {
      // Whoever owns the folder may have put a link there, to what must stay root's.
      Files.getFileAttributeView(file, FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS)
          .setOwner(Files.getOwner(folder));
    }
  }

  private static boolean isRoots(Path path) throws IOException {
    return Integer.valueOf(0)
        .equals(Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS));
  }

  /** Makes a folder with mode 0700, and those above it, where they are missing. Blocks. */
  public static void folder(Path folder) throws IOException {
    Files.createDirectories(folder, mode("rwx------"));
  }

  /**
   * Makes an empty file with mode 0600 where there is none, and takes everybody else's rights to
   * one that there is. Blocks.
   */
  public static void ensure(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(file, ownersAlone());
    } else if (!Files.isRegularFile(file)) {
      throw new IOException("it is no file");
    } else if (isPosix()) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(OWNERS_ALONE));
    }
  }

  private static FileAttribute<?>[] ownersAlone() {
    return mode(OWNERS_ALONE);
  }

  private static FileAttribute<?>[] mode(String permissions) {
    return isPosix()
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  }
}
