package conclave;

import conclave.auth.Skeleton;
import conclave.cli.ClassArchive;
import conclave.cli.Logging;
import conclave.cluster.Joining;
import conclave.config.Config;
import conclave.config.LoadResult;
import conclave.doctor.OpenFilesCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.utils.Signals;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code conclave serve}: runs a server until it is told to end. */
@Command(name = "serve", description = "Run a server.", mixinStandardHelpOptions = true)
public final class Serve implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int FAILED = 1;
  private static final int WRONG_CONFIG = 2;
  private static final long CLOSING_SECONDS = 15;

  @Spec private CommandSpec spec;

  @Mixin private Setting setting;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  public Serve() {}

  @Override
  public Integer call() throws InterruptedException {
    // Half a second of loading tables that are needed last, beside what else a start has to do.
    CompletableFuture.runAsync(() -> Skeleton.of("warm"));
    LoadResult loaded = setting.sources().load();
    if (loaded.config().isEmpty()) {
      loaded.mistakes().forEach(mistake -> err().println(mistake));
      return WRONG_CONFIG;
    }
    Config config = loaded.config().get();
    Logging.configure(config.log().level(), config.log().format());
    Optional<String> objection = Joining.objection(config.cluster(), Runtime.version().feature());
    if (objection.isPresent()) {
      err().println("conclave: " + objection.get());
      return FAILED;
    }
    List<String> mistakes = Joining.mistakes(config.cluster());
    if (!mistakes.isEmpty()) {
      mistakes.forEach(mistake -> err().println(mistake));
      return WRONG_CONFIG;
    }
    Optional<Server> server = start(config);
    return server.isPresent() ? runUntilTold(server.get(), config) : FAILED;
  }

  private Optional<Server> start(Config config) {
    try {
      Premises premises = Premises.open(config, setting.data());
      return Optional.of(
          Server.start(config, premises, setting.sources())
              .toCompletionStage()
              .toCompletableFuture()
              .join());
    } catch (IOException e) {
      err().println("conclave: " + e.getMessage());
    } catch (CompletionException e) {
      err().println("conclave: " + Objects.requireNonNullElse(e.getCause(), e).getMessage());
    }
    return Optional.empty();
  }

  private int runUntilTold(Server first, Config config) throws InterruptedException {
    CompletableFuture<Void> told = new CompletableFuture<>();
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  told.complete(null);
                  await(closed);
                  // Being told to end is no failure, as the JVM's own exit code would say.
                  Runtime.getRuntime().halt(DONE);
                },
                "shutdown"));
    OpenFilesCheck.warning(config)
        .ifPresent(found -> LoggerFactory.getLogger(Serve.class).warn("{}", found));
    Lives lives = new Lives(first, () -> start(config), told);
    Signals.register("HUP", () -> lives.current().reloads().reload("SIGHUP"));
    new Banner(first, config, setting.data()).print(spec.commandLine().getOut());
    ClassArchive.markWorthKeeping();
    lives.liveUntilTold();
    spec.commandLine().getOut().println("conclave: closing");
    lives.current().close().onComplete(done -> closed.countDown());
    await(closed);
    return DONE;
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(CLOSING_SECONDS, TimeUnit.SECONDS)) {
        LoggerFactory.getLogger(Serve.class)
            .warn("not everything was closed within {} s", CLOSING_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
