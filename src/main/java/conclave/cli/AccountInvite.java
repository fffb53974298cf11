package conclave.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code conclave account invite [HOURS]}. */
@Command(
    name = "invite",
    description = "Make a code with which somebody can register.",
    mixinStandardHelpOptions = true)
final class AccountInvite implements Callable<Integer> {
  @Mixin private ServerChoice server;

  @Parameters(
      arity = "0..1",
      paramLabel = "HOURS",
      description = "How long it can be used; the server knows a time where none is given.",
      converter = Hours.class)
  private @Nullable Integer hours;

  @SuppressWarnings("NullAway.Init") // picocli fills it
  AccountInvite() {}

  @Override
  public Integer call() {
    return hours == null
        ? server.code(2, "INVITE")
        : server.code(2, "INVITE", String.valueOf(hours));
  }

  /** Lets picocli say what is no time. */
  static final class Hours implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (!text.matches("[1-9][0-9]{0,4}")) {
        throw new TypeConversionException("give whole hours, 1 to 99999");
      }
      return Integer.valueOf(text);
    }
  }
}
