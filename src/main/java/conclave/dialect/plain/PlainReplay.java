package conclave.dialect.plain;

import conclave.command.Reply;
import java.util.stream.Collectors;

/** How the past reads: between two lines, of which the first tells the day. */
final class PlainReplay {
  private PlainReplay() {}

  static String render(Reply.Replay reply) {
    if (reply.events().isEmpty()) {
      String where = (reply.place().startsWith("#") ? "in " : "with ") + reply.place();
      return reply.isAsked() ? "Nothing was said " + where + " before.\n" : "";
    }
    PlainEvents look = new PlainEvents();
    String first = PlainText.day(reply.events().get(0).stamp().time());
    String text =
        reply.events().stream().map(event -> event.accept(look)).collect(Collectors.joining());
    return "--- " + reply.place() + ", since " + first + "\n" + text + "--- now\n";
  }
}
