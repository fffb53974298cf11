package conclave;

import conclave.config.Config;
import conclave.store.Rekey;
import io.vertx.core.Vertx;
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
  @Spec private CommandSpec spec;

  @Mixin private Setting setting;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  public StoreRekey() {}

  @Override
  public Integer call() {
    return StoreWork.run(setting, spec.commandLine().getErr(), this::rekey);
  }

  private int rekey(Vertx vertx, Config config) {
    Rekey.Result done = Rekey.run(vertx, config.store(), setting.data(), rows -> {}).await();
    spec.commandLine().getOut().println("conclave: " + sentence(done));
    return StoreWork.DONE;
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
