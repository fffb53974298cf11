package conclave;

import conclave.cli.Logging;
import conclave.config.Config;
import conclave.config.LoadResult;
import conclave.store.StoreUnavailable;
import io.vertx.core.Vertx;
import java.io.PrintWriter;

/** What is done to a store without a server; blocks. */
@FunctionalInterface
interface StoreWork {
  int DONE = 0;
  int FAILED = 1;
  int WRONG_USAGE = 2;

  /**
   * Does it.
   *
   * @return the exit code
   */
  int on(Vertx vertx, Config config);

  /** Does it to the store that the configuration names; what is wrong with either is told. */
  static int run(Setting setting, PrintWriter err, StoreWork work) {
    LoadResult loaded = setting.sources().load();
    if (loaded.config().isEmpty()) {
      loaded.mistakes().forEach(err::println);
      return WRONG_USAGE;
    }
    Config config = loaded.config().get();
    Logging.configure(config.log().level(), config.log().format());
    Vertx vertx = Vertx.vertx();
    try {
      return work.on(vertx, config);
    } catch (StoreUnavailable e) {
      err.println("conclave: " + e.getMessage());
      return FAILED;
    } finally {
      vertx.close().await();
    }
  }
}
