package conclave.gateway;

import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the operator of the machine speaks to the server: a UNIX domain socket in a folder that the
 * server's own user alone may enter.
 */
public final class ControlSocket {
  private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);

  /** What an address of a socket may have (Linux, unix(7)), without the closing zero. */
  private static final int LONGEST = 107;

  private ControlSocket() {}

  /** Where it is. */
  public static Path in(Path data) {
    return data.resolve("run").resolve("control.sock");
  }

  /** Makes the folder; nothing where this system has no such sockets, or the path is too long. */
  public static Optional<ListenerVerticle.Port> prepare(Path data) throws IOException {
    Path path = in(data.toAbsolutePath());
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return Optional.empty();
    }
    if (path.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      LOG.warn("no control socket, since its path is too long: {}", path);
      return Optional.empty();
    }
    Files.createDirectories(
        path.getParent(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.setPosixFilePermissions(path.getParent(), PosixFilePermissions.fromString("rwx------"));
    // One that is left is of a server that was killed: the lock of the data folder keeps others
    // out.
    Files.deleteIfExists(path);
    return Optional.of(
        new ListenerVerticle.Port(
            SocketAddress.domainSocketAddress(path.toString()), new NetServerOptions()));
  }
}
