package conclave;

import conclave.config.Config;
import conclave.config.LoadResult;
import conclave.doctor.Doctor;
import conclave.doctor.Finding;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code conclave doctor}: what keeps a server from running well, and what to do. */
@Command(
    name = "doctor",
    description = {
      "Look at what a server needs, and say what to do: configuration, ports, certificate, clock,",
      "file limit, memory, files, store, cluster. Nothing is changed; a server may run meanwhile."
    },
    mixinStandardHelpOptions = true,
    footer = {"", "Exit codes: 0 no problem, 1 problems, 2 wrong usage."})
public final class DoctorCommand implements Callable<Integer> {
  private static final int WELL = 0;
  private static final int ILL = 1;

  @Spec private CommandSpec spec;

  @Mixin private Setting setting;

  @Option(
      names = "--json",
      description = "One JSON object a line: level (ok, warning, problem), subject, text, todo.")
  private boolean isJson;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  public DoctorCommand() {}

  @Override
  public Integer call() {
    List<Finding> all = found();
    PrintWriter out = spec.commandLine().getOut();
    all.forEach(finding -> out.println(isJson ? json(finding) : text(finding)));
    boolean isIll = all.stream().anyMatch(finding -> finding.level() == Finding.Level.PROBLEM);
    if (!isJson) {
      out.println(summary(all));
    }
    out.flush();
    return isIll ? ILL : WELL;
  }

  private List<Finding> found() {
    LoadResult loaded = setting.sources().load();
    List<Finding> all = new ArrayList<>();
    loaded
        .mistakes()
        .forEach(
            mistake ->
                all.add(
                    new Finding(
                        Finding.Level.PROBLEM,
                        "configuration",
                        mistake.toString(),
                        Optional.of("Mend it; conf/conclave.yaml has every key"))));
    if (loaded.config().isPresent()) {
      all.add(
          new Finding(
              Finding.Level.OK, "configuration", setting.sources().name(), Optional.empty()));
      all.addAll(examined(loaded.config().get()));
    }
    return all;
  }

  private List<Finding> examined(Config config) {
    Vertx vertx = Vertx.vertx();
    try {
      return Doctor.look(vertx, config, setting.data());
    } finally {
      vertx.close().await();
    }
  }

  private static String word(Finding.Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  private static String text(Finding finding) {
    return String.format(Locale.ROOT, "%-8s %s", word(finding.level()), finding);
  }

  private static String json(Finding finding) {
    JsonObject json =
        new JsonObject()
            .put("level", word(finding.level()))
            .put("subject", finding.subject())
            .put("text", finding.text());
    finding.todo().ifPresent(what -> json.put("todo", what));
    return json.encode();
  }

  private static String summary(List<Finding> all) {
    long problems = all.stream().filter(f -> f.level() == Finding.Level.PROBLEM).count();
    long warnings = all.stream().filter(f -> f.level() == Finding.Level.WARNING).count();
    return problems + " problems, " + warnings + " warnings";
  }
}
