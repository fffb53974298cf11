package conclave;

import conclave.audit.AuditFile;
import conclave.command.ServerFacts;
import conclave.config.Config;
import conclave.file.PrivateFiles;
import conclave.gateway.ControlSocket;
import conclave.gateway.ListenerVerticle;
import conclave.handler.Isupport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * What a server finds where it starts: its data folder, certificate and secrets, made where they
 * are missing. Reading them blocks.
 *
 * @param data the folder
 * @param shown what it shows of itself at first
 * @param cloakKey 32 bytes, secret
 * @param audit open, where there shall be one
 * @param control where the operator of the machine speaks to the server
 */
@SuppressWarnings("ArrayRecordComponent") // a key is no value to compare
public record Premises(
    Path data,
    Shown shown,
    byte[] cloakKey,
    Optional<AuditFile> audit,
    Optional<ListenerVerticle.Port> control) {
  private static final int KEY_BYTES = 32;

  /**
   * Opens the data folder.
   *
   * @throws IOException with a sentence for the operator
   */
  public static Premises open(Config config, Path data) throws IOException {
    if (Files.exists(data) && !Files.isDirectory(data)) {
      throw new IOException(
          "the data folder " + data + " is not a folder; --data DIR names another one");
    }
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new IOException("the data folder " + data + " cannot be made: " + e.getMessage(), e);
    }
    if (!Files.isWritable(data)) {
      throw new IOException(
          "the data folder " + data + " is not writable; --data DIR names another one");
    }
    Shown shown = Shown.read(config, data);
    return new Premises(
        data,
        shown,
        key(data.resolve("cloak.key")),
        audit(config, data),
        ControlSocket.prepare(data));
  }

  private static Optional<AuditFile> audit(Config config, Path data) throws IOException {
    return config.log().audit().isPresent()
        ? Optional.of(AuditFile.open(data.resolve(config.log().audit().get())))
        : Optional.empty();
  }

  private static byte[] key(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] key = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(key);
      PrivateFiles.write(file, key);
    }
    return Files.readAllBytes(file);
  }

  String node() {
    return Long.toString(ProcessHandle.current().pid(), Character.MAX_RADIX)
        + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
  }

  /** What the server says of itself, with this message of the day. */
  static ServerFacts facts(Config config, long started, List<String> motd) {
    String when =
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .format(Instant.ofEpochMilli(started).atOffset(ZoneOffset.UTC));
    String name = config.server().name();
    return new ServerFacts(
        name, config.server().network(), "conclave-" + version(), when, Isupport.of(config), motd);
  }

  /** The version of this build. */
  public static String version() {
    Properties properties = new Properties();
    try (var in = Premises.class.getResourceAsStream("/conclave/version.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
