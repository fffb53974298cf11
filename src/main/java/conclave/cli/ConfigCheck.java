package conclave.cli;

import conclave.config.ConfigLoader;
import conclave.config.LoadResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave config check [FILE]}: says everything that is wrong with a configuration. */
@Command(
    name = "check",
    description = "Say what is wrong with a configuration, all at once.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:it is good", "2:it is not, or wrong usage"},
    mixinStandardHelpOptions = true)
public final class ConfigCheck implements Callable<Integer> {
  private static final int GOOD = 0;
  private static final int WRONG = 2;

  private final Map<String, String> env;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before call()
  private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "The file to check, together with the CONCLAVE_* variables of the environment. Without"
              + " it, these and the defaults are checked.")
  private @Nullable Path file;

  /** Checks against the environment of this process. */
  public ConfigCheck() {
    this(System.getenv());
  }

  ConfigCheck(Map<String, String> env) {
    this.env = Map.copyOf(env);
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    LoadResult result = ConfigLoader.load(Optional.ofNullable(file), env, List.of());
    result.mistakes().forEach(err::println);
    err.flush();
    if (result.config().isEmpty()) {
      return WRONG;
    }
    out.println((file == null ? "defaults and environment" : file.toString()) + ": good");
    out.flush();
    return GOOD;
  }
}
