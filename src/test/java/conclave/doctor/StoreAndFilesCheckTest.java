package conclave.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The store, the room for it, and whose its files are. */
class StoreAndFilesCheckTest {
  @TempDir Path data;
  private Ward ward;

  @BeforeEach
  void aPatient() {
    ward = new Ward(data);
  }

  private Path file(String name, String rights) throws IOException {
    Path file = data.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
  }

  @Test
  void noStoreYetIsWell() {
    assertThat(ward.look(new StoreCheck()))
        .containsExactly(
            "OK store: there is none yet: the first start makes it",
            "OK disk of " + data + ": 100000 MiB are free");
  }

  @Test
  void aStoreThatIsAsThisReleaseWantsItIsWell() {
    ward.store = Optional.of(Ward.store(0, false, true, Ward.NOW));
    assertThat(ward.look(new StoreCheck()))
        .startsWith("OK store: conclave.db answers", "OK store schema: version 20");
  }

  @Test
  void whatKeepsItFromBeingUsedIsSaid() {
    ward.refusal = Optional.of("x is damaged");
    assertThat(ward.look(new StoreCheck()).get(0)).startsWith("PROBLEM store: x is damaged. ");
    assertThat(ward.look(new StoreCheck(), "store.url=postgresql://a@[::1]/b").get(0))
        .endsWith("Is PostgreSQL running, and are store.url and store.password right?");
    ward.refusal = Optional.empty();
    ward.store = Optional.of(Ward.store(0, false, false, Ward.NOW));
    assertThat(ward.look(new StoreCheck()).get(0))
        .startsWith("PROBLEM store: conclave.db may not be written to");
  }

  @Test
  void aStoreOfAnotherReleaseIsSaid() {
    ward.store = Optional.of(Ward.store(2, false, true, Ward.NOW));
    assertThat(ward.look(new StoreCheck()).get(1))
        .startsWith("WARNING store schema: version 20, and this release changes it");
    ward.store = Optional.of(Ward.store(0, true, true, Ward.NOW));
    assertThat(ward.look(new StoreCheck()).get(1))
        .startsWith("PROBLEM store schema: made by a later release");
  }

  @Test
  void aDiskThatGetsFullIsSaid() {
    ward.machine.free = 1_500 * Ward.MIB;
    ward.store = Optional.of(Ward.store(0, false, true, Ward.NOW));
    assertThat(ward.look(new StoreCheck()).get(2))
        .startsWith("WARNING disk of " + data + ": 1500 MiB are free, less than the store takes");
    ward.machine.free = 20 * Ward.MIB;
    assertThat(ward.look(new StoreCheck()).get(2)).startsWith("PROBLEM disk of " + data);
  }

  @Test
  void keysThatOthersMayReadAreAProblem() throws IOException {
    file("store.key", "rw-------");
    assertThat(ward.look(new FileCheck()))
        .containsExactly("OK files: keys and store are their owner's alone");
    Path key = file("store.key", "rw-r-----");
    Path tls = file("tls/key.pem", "rw----r--");
    assertThat(ward.look(new FileCheck()))
        .containsExactly(
            "PROBLEM " + key + ": others may read or write it. chmod 600 " + key,
            "PROBLEM " + tls + ": others may read or write it. chmod 600 " + tls);
  }

  @Test
  void aGroupMayReadTheKeyThatATlsToolRenews() throws IOException {
    Path chain = file("elsewhere/chain.pem", "rw-r--r--");
    Path key = file("elsewhere/key.pem", "rw-r-----");
    String[] sets = {"tls.certificate=" + chain, "tls.key=" + key};
    assertThat(ward.look(new FileCheck(), sets)).hasSize(1).first().asString().startsWith("OK ");
    file("elsewhere/key.pem", "rw-r--r--");
    assertThat(ward.look(new FileCheck(), sets).get(0)).startsWith("PROBLEM " + key);
  }

  @Test
  void whoseFolderItIsAndWhetherItIsOneIsSaid() throws IOException {
    assertThat(new Ward(data.resolve("new")).look(new FileCheck()).get(0))
        .startsWith("OK " + data.resolve("new") + ": is made at the first start");
    Path none = Files.writeString(data.resolve("file"), "x");
    assertThat(new Ward(none).look(new FileCheck()))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("PROBLEM " + none + ": is no folder");
    ward.machine.user = "somebody";
    assertThat(ward.look(new FileCheck()))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("WARNING " + data + ": is ")
        .contains("and this is somebody. Run the doctor as the server runs: sudo -u ");
  }
}
