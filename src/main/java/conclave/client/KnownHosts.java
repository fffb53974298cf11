package conclave.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The certificates that the user once accepted: a file with a line {@code HOST:PORT FINGERPRINT}
 * for each server, readable by its owner alone. Lines that start with {@code #} are remarks.
 */
public final class KnownHosts {
  private final Path file;

  public KnownHosts(Path file) {
    this.file = file;
  }

  /**
   * The user's own file, {@code conclave/known_hosts} in the folder for configurations.
   *
   * @param home where the environment names no home
   */
  public static KnownHosts ofUser(Map<String, String> environment, String home) {
    return new KnownHosts(UserFiles.folder(environment, home).resolve("known_hosts"));
  }

  public Path file() {
    return file;
  }

  /**
   * What is known of this server.
   *
   * @throws IOException if the file can't be read or its line for the server makes no sense
   */
  public Optional<Fingerprint> find(ServerAddress server) throws IOException {
    String key = key(server);
    for (String line : lines()) {
      String[] words = words(line);
      if (words[0].toLowerCase(Locale.ROOT).equals(key)) {
        return Optional.of(fingerprint(words));
      }
    }
    return Optional.empty();
  }

  /** Keeps this certificate for the server, in place of any other. */
  public void remember(ServerAddress server, Fingerprint fingerprint) throws IOException {
    List<String> lines = new ArrayList<>(lines());
    String key = key(server);
    lines.removeIf(line -> words(line)[0].toLowerCase(Locale.ROOT).equals(key));
    lines.add(key + " " + fingerprint);
    UserFiles.replace(file, lines);
  }

  private static String[] words(String line) {
    return line.strip().split("\\s+", -1);
  }

  private Fingerprint fingerprint(String[] words) throws IOException {
    try {
      return Fingerprint.parse(words.length > 1 ? words[1] : "");
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ", line for " + words[0] + ": " + e.getMessage(), e);
    }
  }

  private List<String> lines() throws IOException {
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private static String key(ServerAddress server) {
    return server.toString().toLowerCase(Locale.ROOT);
  }
}
