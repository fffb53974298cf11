package conclave.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated // it sets a property of the process
class ClassArchiveTest {
  @TempDir Path folder;

  @AfterEach
  void forget() {
    System.clearProperty(ClassArchive.MARK);
  }

  @Test
  void whatDoesItsWorkTouchesTheMarkThatItsLauncherLooksAt() throws Exception {
    Path mark = folder.resolve("conclave.jsa.mark");
    System.setProperty(ClassArchive.MARK, mark.toString());
    ClassArchive.markWorthKeeping();
    assertThat(mark).isEmptyFile();
    FileTime old = FileTime.fromMillis(1_000);
    Files.setLastModifiedTime(mark, old);
    ClassArchive.markWorthKeeping();
    assertThat(Files.getLastModifiedTime(mark)).isGreaterThan(old);
  }

  @Test
  void whereNoLauncherAsksOrItCannotBeWrittenNothingHappens() {
    System.setProperty(ClassArchive.MARK, folder.resolve("not/there").toString());
    ClassArchive.markWorthKeeping();
    System.setProperty(ClassArchive.MARK, "");
    ClassArchive.markWorthKeeping();
    assertThat(folder).isEmptyDirectory();
  }
}
