package conclave;

import conclave.config.Config;
import conclave.store.Backup;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave store backup}: a copy of the embedded store, whoever uses it. */
@Command(
    name = "backup",
    description = {
      "Copy the embedded store, as it is at one moment, to a new file. The server may run meanwhile.",
      "The copy is sealed as the store is, and opens with its key alone: keep that elsewhere."
    },
    mixinStandardHelpOptions = true)
public final class StoreBackup implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private Setting setting;

  @Parameters(paramLabel = "FILE", description = "The copy. Must not be there yet.")
  private Path file;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  public StoreBackup() {}

  @Override
  public Integer call() {
    return StoreWork.run(setting, spec.commandLine().getErr(), this::backup);
  }

  private int backup(Vertx vertx, Config config) {
    long bytes = Backup.make(vertx, config.store(), setting.data(), file).await();
    spec.commandLine()
        .getOut()
        .println("conclave: the store is copied to " + file + ", " + bytes + " bytes");
    return StoreWork.DONE;
  }
}
