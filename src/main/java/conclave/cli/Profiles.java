package conclave.cli;

import conclave.client.Fingerprint;
import conclave.client.ServerAddress;
import conclave.client.UserFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The user's servers, from {@code client.yaml}: each by its name, with what belongs to it. */
final class Profiles {
  /** The profile that is meant where none is named. */
  static final String DEFAULT = "default";

  private static final Set<String> KEYS = Set.of("server", "rooms", "pin", "ca", "password-file");

  private final Path file;
  private final String home;
  private final Map<String, Profile> profiles = new LinkedHashMap<>();

  private Profiles(Path file, String home) {
    this.file = file;
    this.home = home;
  }

  static Profiles ofUser() throws IOException {
    String home = System.getProperty("user.home", "");
    return read(UserFiles.folder(System.getenv(), home).resolve("client.yaml"), home);
  }

  /**
   * Reads the file, if there is one.
   *
   * @param home what a path begins with that begins with a tilde
   * @throws IOException saying what is wrong with it, for people
   */
  static Profiles read(Path file, String home) throws IOException {
    Profiles read = new Profiles(file, home);
    if (Files.exists(file)) {
      read.fill(Files.readString(file));
    }
    return read;
  }

  /** Where this leads: a profile of that name, else the server with that address. */
  Profile at(String nameOrAddress) {
    Profile named = profiles.get(nameOrAddress);
    return named == null ? Profile.of(ServerAddress.parse(nameOrAddress)) : named;
  }

  /** What is meant where nothing is said: the one called so, or the only one. */
  Optional<Profile> meant() {
    return profiles.size() == 1
        ? profiles.values().stream().findFirst()
        : Optional.ofNullable(profiles.get(DEFAULT));
  }

  Path file() {
    return file;
  }

  private void fill(String text) throws IOException {
    Object root;
    try {
      root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    } catch (YAMLException e) {
      throw new IOException(file + " is no YAML: " + e.getMessage(), e);
    }
    if (root == null) {
      return;
    }
    Object listed = root instanceof Map<?, ?> map ? map.get("profiles") : null;
    if (!(listed instanceof Map<?, ?> named)) {
      throw new IOException(
          file + " has no profiles: give \"profiles:\" with a name and \"server:\"");
    }
    for (Map.Entry<?, ?> one : named.entrySet()) {
      String name = String.valueOf(one.getKey());
      try {
        profiles.put(name, profile(one.getValue()));
      } catch (IllegalArgumentException e) {
        throw new IOException(file + ", profile " + name + ": " + e.getMessage(), e);
      }
    }
  }

  private Profile profile(@Nullable Object value) {
    if (value instanceof String address) {
      return Profile.of(ServerAddress.parse(address));
    }
    if (!(value instanceof Map<?, ?> fields)) {
      throw new IllegalArgumentException("give it a server");
    }
    for (Object key : fields.keySet()) {
      if (!KEYS.contains(String.valueOf(key))) {
        throw new IllegalArgumentException("there is no \"" + key + "\"; there is " + sorted());
      }
    }
    String server =
        text(fields, "server").orElseThrow(() -> new IllegalArgumentException("give it a server"));
    return new Profile(
        ServerAddress.parse(server),
        fields.get("rooms") instanceof List<?> rooms
            ? rooms.stream().map(String::valueOf).toList()
            : text(fields, "rooms").map(List::of).orElse(List.of()),
        text(fields, "pin").map(Fingerprint::parse),
        text(fields, "ca").map(this::path),
        text(fields, "password-file").map(this::path));
  }

  private static String sorted() {
    return String.join(", ", KEYS.stream().sorted().toList());
  }

  private static Optional<String> text(Map<?, ?> fields, String key) {
    return Optional.ofNullable(fields.get(key)).map(String::valueOf);
  }

  /** Relative paths begin in the folder of the file. */
  private Path path(String text) {
    return text.startsWith("~/") ? Path.of(home, text.substring(2)) : file.resolveSibling(text);
  }
}
