package conclave.client;

import conclave.name.CaseFold;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The token of one user's session at one server from one device, kept between runs in a file of its
 * owner's alone: a remark, then {@code NAME TOKEN EXPIRES}. Whoever {@link #take takes} the token
 * has it for itself, also among several clients that run at once.
 */
public final class TokenFile {
  private static final int NAME_DIGITS = 32;

  private final Path file;
  private final String remark;

  TokenFile(Path file, String remark) {
    this.file = file;
    this.remark = remark;
  }

  /**
   * The user's own file, in {@code tokens} beside the known hosts.
   *
   * @param home where the environment names no home
   */
  public static TokenFile ofUser(
      Map<String, String> environment, String home, ServerAddress server, Device device) {
    String whose = server.user() + '@' + device.name() + ' ' + server;
    return new TokenFile(
        UserFiles.folder(environment, home).resolve("tokens").resolve(fileName(whose)), whose);
  }

  Path file() {
    return file;
  }

  /** What is kept; empty also for a file that can't be read: a password helps then. */
  Optional<ResumeToken> find() {
    try {
      return read(file);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Takes this token out of the file; false if it is not there any more. */
  boolean take(ResumeToken token) {
    Path taken = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
    try {
      Files.move(file, taken, StandardCopyOption.ATOMIC_MOVE); // one of several succeeds
      Optional<ResumeToken> found = read(taken);
      Files.delete(taken);
      if (found.isPresent() && !found.get().equals(token)) {
        keep(found.get()); // a newer one, which somebody has put there meanwhile
      }
      return found.equals(Optional.of(token));
    } catch (IOException e) {
      return false;
    }
  }

  /** Keeps this token, in place of any other. */
  void keep(ResumeToken token) throws IOException {
    UserFiles.replace(
        file,
        List.of(
            "# " + remark,
            token.name() + " " + token.secret() + " " + token.expires().toEpochMilli()));
  }

  void forget() throws IOException {
    Files.deleteIfExists(file);
  }

  private static Optional<ResumeToken> read(Path file) throws IOException {
    try {
      for (String line : Files.readAllLines(file)) {
        String[] words = line.strip().split(" ", -1);
        if (words.length == 3 && !words[0].startsWith("#")) {
          return ResumeToken.of(words[0], words[1], words[2]);
        }
      }
      return Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** A name that every file system takes, whatever the user's name is. */
  private static String fileName(String whose) {
    try {
      byte[] name = CaseFold.fold(whose).getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(name);
      return HexFormat.of().formatHex(hash).substring(0, NAME_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
