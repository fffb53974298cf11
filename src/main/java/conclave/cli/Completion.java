package conclave.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code conclave completion}: the script by which a shell completes the commands and options. */
@Command(
    name = "completion",
    description = "Print the script by which a shell completes this command.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "bash: source <(conclave completion bash)",
      "zsh:  source <(conclave completion zsh)"
    })
public final class Completion implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "bash|zsh", description = "The shell.", converter = ShellConverter.class)
  private String shell;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  public Completion() {}

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    if (shell.equals("zsh")) {
      spec.commandLine().getOut().println("autoload -U bashcompinit && bashcompinit");
    }
    spec.commandLine().getOut().print(AutoComplete.bash(root.getCommandName(), root));
    spec.commandLine().getOut().flush();
    return CommandLine.ExitCode.OK;
  }

  /** Lets picocli say which shells there are; the script for one serves the other. */
  static final class ShellConverter implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      if (!text.matches("bash|zsh")) {
        throw new TypeConversionException("the script is for bash or zsh");
      }
      return text;
    }
  }
}
