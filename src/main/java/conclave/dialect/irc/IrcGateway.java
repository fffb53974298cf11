package conclave.dialect.irc;

import static conclave.dialect.irc.IrcVerb.at;

import conclave.command.Command;
import java.util.Arrays;
import java.util.List;

/** WEBIRC, which gateways send in place of those whom they pass on (IRCv3 webirc). */
final class IrcGateway {
  static final IrcVerb VERB =
      IrcVerb.of(
          "WEBIRC",
          "<password> <gateway> <hostname> <address> [:<options>]",
          "says, as the first line of a gateway, where the connection comes from",
          4,
          IrcGateway::read);

  private IrcGateway() {}

  /** The name of the host is passed over: nobody vouches for it. */
  private static Command read(List<String> parameters) {
    return new Command.ComeFrom(
        parameters.get(1), parameters.get(0), parameters.get(3), isSecure(parameters));
  }

  /** The flag counts whatever its value is. */
  private static boolean isSecure(List<String> parameters) {
    return at(parameters, 4).stream()
        .flatMap(options -> Arrays.stream(options.split(" ")))
        .anyMatch(option -> option.split("=", 2)[0].equals("secure"));
  }
}
