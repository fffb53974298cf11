package conclave;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./conclave}, installed without the sources, with a java that tells what it was given. */
class LauncherTest {
  @TempDir Path home;

  @BeforeEach
  void install() throws IOException {
    Path target = Files.createDirectories(home.resolve("target"));
    Files.writeString(target.resolve("conclave.jar"), "a jar");
    Files.copy(Path.of("conclave"), home.resolve("conclave"));
    Path java = Files.createDirectories(home.resolve("jdk/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nulimit -S -n\nulimit -H -n\necho \"$@\"\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
  }

  private List<String> run(String before) throws IOException, InterruptedException {
    return run(before, "serve --data here");
  }

  private List<String> run(String before, String arguments)
      throws IOException, InterruptedException {
    String words = before + "; exec sh ./conclave " + arguments;
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", words).directory(home.toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", home.resolve("jdk").toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.lines().toList();
  }

  @Test
  void asManyFilesMayBeOpenAsThisUserMayHave() throws Exception {
    List<String> said = run("ulimit -S -n 64");
    assertThat(said.get(0)).isEqualTo(said.get(1)).isNotEqualTo("64");
  }

  @Test
  void theJarIsFoundBesideItAndThroughALink() throws Exception {
    Path lib = Files.createDirectories(home.resolve("lib"));
    Files.move(home.resolve("target/conclave.jar"), lib.resolve("conclave.jar"));
    Files.move(home.resolve("conclave"), lib.resolve("conclave"));
    Files.createSymbolicLink(home.resolve("conclave"), lib.resolve("conclave"));
    assertThat(run("true").get(2)).endsWith(lib.toRealPath() + "/conclave.jar serve --data here");
  }

  @Test
  void whereNoMoreCanBeHadItStartsAllTheSame() throws Exception {
    List<String> said = run("ulimit -n 64");
    assertThat(said).startsWith("64", "64");
    assertThat(said.get(2)).endsWith("target/conclave.jar serve --data here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"17.0.9", "17.0.15", "21.0.1", "21.0.10", "25", "25.0.3"})
  void aJavaThatCanGivesNativeMemoryBack(String version) throws Exception {
    release(version);
    assertThat(run("true").get(2)).contains(" -XX:TrimNativeHeapInterval=10000 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "17.0.8", "17.0.8.1", "18.0.2", "20.0.2", "21"})
  void aJavaThatCannotIsNotAskedToAndStarts(String version) throws Exception {
    release(version);
    assertThat(run("true").get(2)).doesNotContain("TrimNativeHeap").endsWith("serve --data here");
  }

  private void release(String version) throws IOException {
    String lines = "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\nLIBC=\"gnu\"\n";
    Files.writeString(home.resolve("jdk/release"), lines);
  }

  @Test
  void whoSizesTheHeapSizesAllOfIt() throws Exception {
    String sized = run(cores(4) + "; export CONCLAVE_JAVA_OPTS=-Xmx512m").get(2);
    assertThat(sized).contains(" -Xmx512m ").doesNotContain("-Xmn");
  }

  @Test
  void onFewCoresLittleIsYoung() throws Exception {
    assertThat(run(cores(4)).get(2)).contains(" -Xmn48m ");
    assertThat(run(cores(5)).get(2)).doesNotContain("-Xmn");
  }

  /** What has a shell believe that the machine has so many. */
  private String cores(int count) throws IOException {
    Path tools = Files.createDirectories(home.resolve("tools"));
    Path getconf = Files.writeString(tools.resolve("getconf"), "#!/bin/sh\necho " + count + "\n");
    Files.setPosixFilePermissions(getconf, PosixFilePermissions.fromString("rwx------"));
    return "export PATH=" + tools + ":$PATH";
  }

  @Test
  void whatMeasuresAServerRunsAsOneDoesAndLeavesNoArchive() throws Exception {
    String serve = run("true").get(2);
    String bench = run("true", "bench idle").get(2);
    assertThat(serve).contains(" -XX:ArchiveClassesAtExit=");
    assertThat(bench)
        .isEqualTo(
            serve
                .replaceAll("-XX:ArchiveClassesAtExit=\\S+", "-Xshare:auto")
                .replaceAll("-Dconclave.archive-mark=\\S+", "-Dconclave.archive-mark=")
                .replace("serve --data here", "bench idle"));
  }

  @Test
  void anArchiveIsUsedOnlyWhereWhatLeftItHadServed() throws Exception {
    Path archive = home.resolve("target/conclave.jsa");
    Path mark = home.resolve("target/conclave.jsa.mark");
    touched(archive, 1);
    assertThat(run("true").get(2))
        .contains("-XX:ArchiveClassesAtExit=" + archive)
        .contains("=" + mark);
    touched(mark, 0);
    assertThat(run("true").get(2)).contains("-XX:SharedArchiveFile=" + archive);
    touched(mark, 2);
    assertThat(run("true").get(2)).contains("-XX:ArchiveClassesAtExit=" + archive);
    assertThat(mark).doesNotExist();
  }

  private static void touched(Path file, int hoursFromNow) throws IOException {
    Files.writeString(file, "");
    Files.setLastModifiedTime(
        file, FileTime.from(Instant.now().plus(Duration.ofHours(hoursFromNow))));
  }
}
