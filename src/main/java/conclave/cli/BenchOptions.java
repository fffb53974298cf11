package conclave.cli;

import conclave.bench.Bench;
import conclave.bench.Destination;
import conclave.bench.Subject;
import conclave.client.Harmless;
import conclave.client.ServerAddress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of every measurement: which server, and how to tell of it. */
final class BenchOptions {
  static final int DONE = 0;
  static final int FAILED = 1;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--server",
      paramLabel = "HOST[:PORT]",
      description = "Measure this server, and not one of its own; repeatable for a cluster.",
      converter = AddressConverter.class)
  private List<ServerAddress> servers = new ArrayList<>();

  @Option(
      names = "--pid",
      paramLabel = "PID",
      description = "A process of the server, on this machine: its CPU and memory; repeatable.")
  private List<Long> pids = new ArrayList<>();

  @ArgGroup private @Nullable BenchTrust vouching;

  @Mixin private BenchLogIn logIn;

  @Option(
      names = "--at-once",
      paramLabel = "N",
      description = "How many clients come in at the same time. Default: ${DEFAULT-VALUE}.",
      defaultValue = "64")
  private int atOnce;

  @Option(
      names = "--data-in",
      paramLabel = "DIR",
      description =
          "Where an own server keeps its data for so long; on the disk that counts."
              + " Default: ${DEFAULT-VALUE}.",
      defaultValue = "${sys:java.io.tmpdir}")
  private Path dataIn;

  @Option(names = "--json", description = "One JSON object a line, for each phase and repetition.")
  private boolean isJson;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  BenchOptions() {}

  /** What is to be measured. */
  interface Measurement {
    /** Does it; returns whether all was as it has to be. */
    boolean on(Bench bench) throws IOException;
  }

  /** Does it, and says what went wrong; returns the exit code. */
  int measure(Measurement measurement) {
    CommandLine line = spec.commandLine();
    PrintWriter err = line.getErr();
    try {
      Bench bench = new Bench(subject(), line.getOut(), isJson);
      return measurement.on(bench) ? DONE : FAILED;
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(line, e.getMessage());
    } catch (IOException e) {
      err.println("conclave: " + Harmless.text(String.valueOf(e.getMessage())));
      err.flush();
      return FAILED;
    }
  }

  private Subject subject() throws IOException {
    if (servers.isEmpty() && (!pids.isEmpty() || vouching != null || logIn.isGiven())) {
      throw new IllegalArgumentException(
          "--pid, --pin, --ca, --insecure, --plaintext and --account are of use with --server only");
    }
    BenchTrust trust = vouching == null ? new BenchTrust() : vouching;
    if (logIn.isGiven() && !trust.isSure()) {
      throw new IllegalArgumentException(
          "a password is sent to no server that could be another: give --pin or --ca");
    }
    List<Destination> destinations = new ArrayList<>();
    for (int i = 0; i < servers.size(); i++) {
      destinations.add(trust.destination(servers.get(i), i, servers.size()));
    }
    return new Subject(destinations, logIn.logIn(), pids, atOnce, dataIn);
  }
}
