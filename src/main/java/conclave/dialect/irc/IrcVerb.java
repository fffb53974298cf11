package conclave.dialect.irc;

import conclave.command.Command;
import conclave.room.Reason;
import conclave.room.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One verb of IRC: all that is known of it before somebody gives it.
 *
 * @param usage its parameters, as Modern IRC writes them
 * @param help what it does, in one sentence
 * @param least how many parameters it needs
 * @param missing what is answered to fewer: 461, except where IRC has a numeric of its own
 */
record IrcVerb(
    String name,
    String usage,
    String help,
    int least,
    Function<List<String>, Command> read,
    Function<List<String>, Refusal> missing) {
  /** A verb that says 461 where parameters are missing. */
  static IrcVerb of(
      String name, String usage, String help, int least, Function<List<String>, Command> read) {
    return new IrcVerb(
        name, usage, help, least, read, p -> Refusal.of(Reason.NEED_MORE_PARAMETERS, name));
  }

  IrcVerb orElse(Function<List<String>, Refusal> refusal) {
    return new IrcVerb(name, usage, help, least, read, refusal);
  }

  /** How the whole line looks. */
  String line() {
    return (name + " " + usage).strip();
  }

  Command read(List<String> parameters) {
    boolean isMissing = parameters.size() < least || (least > 0 && parameters.get(0).isEmpty());
    return isMissing ? new Command.Malformed(missing.apply(parameters)) : read.apply(parameters);
  }

  /** The parameter with this number, where there is one. */
  static Optional<String> at(List<String> parameters, int index) {
    return index < parameters.size() ? Optional.of(parameters.get(index)) : Optional.empty();
  }

  /** The same, where it says anything. */
  static Optional<String> given(List<String> parameters, int index) {
    return at(parameters, index).filter(text -> !text.isEmpty());
  }

  /** The parameters from this one on. */
  static List<String> rest(List<String> parameters, int from) {
    return parameters.subList(Math.min(from, parameters.size()), parameters.size());
  }

  /** The words of a parameter with commas in it. */
  static List<String> list(List<String> parameters, int index) {
    return at(parameters, index).stream()
        .flatMap(text -> Arrays.stream(text.split(",")))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
