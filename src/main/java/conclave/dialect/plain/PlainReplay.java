package conclave.dialect.plain;

import conclave.command.Capabilities;
import conclave.command.Command;
import conclave.command.PastCommand;
import conclave.command.Reply;
import conclave.dialect.plain.PlainVerbs.Words;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the past reads: between two lines, of which the first tells the day. */
final class PlainReplay {
  private PlainReplay() {}

  /** {@code [ROOM|NAME] [COUNT]}. */
  static Optional<Command> read(Words words) {
    boolean isOfHere = words.first().filter(word -> Character.isDigit(word.charAt(0))).isPresent();
    Optional<String> target = words.first().filter(word -> !isOfHere);
    Optional<String> count = isOfHere ? words.first() : words.rest();
    return count.isPresent() && !count.get().matches("[1-9][0-9]{0,5}")
        ? Optional.empty()
        : Optional.of(new PastCommand.ReadHistory(target, count.map(Integer::parseInt)));
  }

  static String render(Reply.Replay reply, Capabilities capabilities) {
    if (reply.events().isEmpty()) {
      String where = (reply.place().startsWith("#") ? "in " : "with ") + reply.place();
      return reply.isAsked() ? "Nothing was said " + where + " before.\n" : "";
    }
    PlainEvents look = new PlainEvents(capabilities);
    String first = PlainText.day(reply.events().get(0).stamp().time());
    String text =
        reply.events().stream().map(event -> event.accept(look)).collect(Collectors.joining());
    return "--- " + reply.place() + ", since " + first + "\n" + text + "--- now\n";
  }
}
