package conclave;

import conclave.cli.Logging;
import conclave.config.Config;
import conclave.config.LoadResult;
import conclave.store.Rekey;
import conclave.store.StoreUnavailable;
import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code conclave store rekey}: a new key for the store of a stopped server. */
@Command(
    name = "rekey",
    description = {
      "Give the store a new key and seal all of it anew. Stop the server first.",
      "It may be broken off at any time; run it again to finish."
    },
    mixinStandardHelpOptions = true)
public final class StoreRekey implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int WRONG_CONFIG = 2;

  @Spec private CommandSpec spec;

  @Mixin private Setting setting;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  public StoreRekey() {}

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    LoadResult loaded = setting.sources().load();
    if (loaded.config().isEmpty()) {
      loaded.mistakes().forEach(err::println);
      return WRONG_CONFIG;
    }
    Config config = loaded.config().get();
    Logging.configure(config.log().level(), config.log().format());
    Vertx vertx = Vertx.vertx();
    try {
      Path folder = setting.data();
      Rekey.Result done = Rekey.run(vertx, config.store(), folder, rows -> {}).await();
      spec.commandLine().getOut().println("conclave: " + sentence(done));
      return DONE;
    } catch (StoreUnavailable e) {
      err.println("conclave: " + e.getMessage());
      return FAILED;
    } finally {
      vertx.close().await();
    }
  }

  private static String sentence(Rekey.Result done) {
    String rest =
        done.unreadable() == 0
            ? ""
            : "; " + done.unreadable() + " could not be opened and were left as they are";
    return done.rows()
        + " rows sealed with the new key"
        + rest
        + ". Copies of the database that were made before need the old key.";
  }
}
