package conclave;

import conclave.config.Config;
import conclave.gateway.ServerCertificate;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the server shows of itself that is read from files.
 *
 * @param motd the lines of the message of the day
 */
record Shown(ServerCertificate certificate, List<String> motd) {
  Shown {
    motd = List.copyOf(motd);
  }

  /**
   * Reads it. Blocks.
   *
   * @param data the folder with the certificate, where the configuration names none
   * @throws IOException with a sentence for the operator
   */
  static Shown read(Config config, Path data) throws IOException {
    return new Shown(
        ServerCertificate.obtain(config.tls(), data, config.server().name()),
        motd(config.server().motd()));
  }

  private static List<String> motd(Optional<Path> file) throws IOException {
    if (file.isEmpty()) {
      return List.of();
    }
    try {
      return Files.readAllLines(file.get());
    } catch (CharacterCodingException e) {
      throw new IOException("server.motd: " + file.get() + " is not UTF-8", e);
    } catch (IOException e) {
      throw new IOException("server.motd: " + file.get() + " can't be read", e);
    }
  }
}
