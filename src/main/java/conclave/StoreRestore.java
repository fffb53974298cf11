package conclave;

import conclave.config.Config;
import conclave.store.Backup;
import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave store restore}: puts a copy in the place of the embedded store. */
@Command(
    name = "restore",
    description = {
      "Put a copy in the place of the embedded store. Stop the server first.",
      "The copy is verified before anything is changed, and the store of before is kept beside it."
    },
    mixinStandardHelpOptions = true)
public final class StoreRestore implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private Setting setting;

  @Parameters(paramLabel = "FILE", description = "What conclave store backup has made.")
  private Path file;

  @Option(
      names = "--unverified",
      description = "Don't verify it first: for the copy of an older release, or a damaged one.")
  private boolean isUnverified;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  public StoreRestore() {}

  @Override
  public Integer call() {
    return StoreWork.run(setting, spec.commandLine().getErr(), this::restore);
  }

  private int restore(Vertx vertx, Config config) {
    Backup.Restored done =
        Backup.restore(vertx, config.store(), setting.data(), file, !isUnverified).await();
    PrintWriter out = spec.commandLine().getOut();
    String logs = done.logs() == 1 ? "1 log" : done.logs() + " logs";
    out.println("conclave: restored" + (isUnverified ? "" : ", " + logs + " verified"));
    done.before().ifPresent(place -> out.println("conclave: what was there is in " + place));
    return StoreWork.DONE;
  }
}
