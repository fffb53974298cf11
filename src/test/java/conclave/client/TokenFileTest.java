package conclave.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {
  private static final Instant LATER = Instant.ofEpochMilli(1_800_000_000_000L);
  private static final ResumeToken OLD = new ResumeToken("alice*7", "old", LATER);
  private static final ResumeToken NEW = new ResumeToken("alice*7", "new", LATER);

  @TempDir Path folder;
  private TokenFile file;

  @BeforeEach
  void name() {
    file = of("alice", "laptop");
  }

  @Test
  void aKeptTokenIsItsOwnersAlone() throws Exception {
    file.keep(OLD);

    assertThat(file.find()).contains(OLD);
    assertThat(Files.readString(file.file()))
        .isEqualTo("# alice@laptop localhost:6697\nalice*7 old 1800000000000\n");
    assertThat(modes(file.file())).isEqualTo("rw-------");
    assertThat(modes(folder.resolve("conclave").resolve("tokens"))).isEqualTo("rwx------");
  }

  @Test
  void aTokenIsTakenOnce() throws Exception {
    file.keep(OLD);

    assertThat(List.of(file.take(OLD), file.take(OLD))).containsExactly(true, false);
    assertThat(file.find()).isEmpty();
    try (Stream<Path> left = Files.list(folder.resolve("conclave").resolve("tokens"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void aNewerTokenStaysWhereItIs() throws Exception {
    file.keep(NEW);

    assertThat(file.take(OLD)).isFalse();
    assertThat(file.find()).contains(NEW);
  }

  @Test
  void eachUserAndDeviceHasItsOwn() throws Exception {
    file.keep(OLD);

    assertThat(of("bob", "laptop").find()).isEmpty();
    assertThat(of("alice", "desk").find()).isEmpty();
    assertThat(of("Alice", "laptop").find()).contains(OLD);
  }

  @Test
  void whatMakesNoSenseIsNoToken() throws Exception {
    file.keep(OLD);
    for (String text :
        List.of("", "alice*7 old", "alice old 1", "alice*7 old soon", "a*7 \u00e9 1")) {
      Files.writeString(file.file(), text + "\n");
      assertThat(file.find()).as(text).isEmpty();
    }
    Files.write(file.file(), new byte[] {(byte) 0xff});
    assertThat(file.find()).isEmpty();
  }

  @Test
  void aForgottenTokenIsGone() throws Exception {
    file.forget();
    file.keep(OLD);

    file.forget();

    assertThat(file.find()).isEmpty();
  }

  private TokenFile of(String user, String device) {
    return TokenFile.ofUser(
        Map.of("XDG_CONFIG_HOME", folder.toString()),
        "",
        new ServerAddress(user, "localhost", 6697),
        new Device(device));
  }

  private static String modes(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
