package conclave;

import conclave.cli.AccountCommand;
import conclave.cli.BenchCommand;
import conclave.cli.Completion;
import conclave.cli.ConfigCommand;
import conclave.cli.Connect;
import conclave.cli.DrainCommand;
import conclave.cli.Logging;
import conclave.cli.ReloadCommand;
import conclave.cli.Send;
import conclave.cli.Tail;
import conclave.config.LogConfig;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The entry point: picks the subcommand. */
@Command(
    name = "conclave",
    description = "A secured chat-room server, and its client.",
    subcommands = {
      Serve.class,
      Connect.class,
      Send.class,
      Tail.class,
      AccountCommand.class,
      ConfigCommand.class,
      ReloadCommand.class,
      DrainCommand.class,
      DoctorCommand.class,
      StoreCommand.class,
      BenchCommand.class,
      Completion.class,
      CommandLine.HelpCommand.class
    },
    mixinStandardHelpOptions = true,
    versionProvider = Conclave.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Exit codes: 0 done, 1 failed, 2 wrong usage or configuration."})
public final class Conclave {
  /** What writes no log, and has a person wait for its start. */
  private static final Set<String> TALKING = Set.of("connect", "send", "tail", "completion");

  private Conclave() {}

  /** Runs one command; exits with its code. */
  public static void main(String[] args) {
    if (args.length == 0 || !TALKING.contains(args[0])) {
      Logging.configure(LogConfig.Level.WARN, LogConfig.Format.TEXT);
    }
    CommandLine command = new CommandLine(new Conclave());
    command.setOut(utf8(FileDescriptor.out)).setErr(utf8(FileDescriptor.err));
    command
        .getSubcommands()
        .values()
        .forEach(sub -> sub.getCommandSpec().versionProvider(new Version()));
    int code = args.length == 0 ? usage(command) : command.execute(args);
    Runtime.getRuntime().exit(code);
  }

  private static int usage(CommandLine command) {
    command.usage(command.getErr());
    return CommandLine.ExitCode.USAGE;
  }

  private static PrintWriter utf8(FileDescriptor descriptor) {
    PrintStream stream =
        new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  /** What {@code --version} prints. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"conclave " + Premises.version(), "Java " + Runtime.version()};
    }
  }
}
