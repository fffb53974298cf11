package conclave.dialect.plain;

import conclave.command.Capabilities;
import conclave.command.Command;
import conclave.command.PastCommand;
import conclave.command.RoomReply;
import conclave.command.Sought;
import conclave.dialect.plain.PlainVerbs.Verb;
import conclave.dialect.plain.PlainVerbs.Words;
import conclave.room.Event;
import conclave.room.Reason;
import conclave.room.Refusal;
import conclave.room.SearchWords;
import java.util.Optional;

/** How one looks for what was said, and how what was found reads: day by day. */
final class PlainSearch {
  private static final String IN = "in:";
  private static final String FROM = "from:";

  static final Verb VERB =
      new Verb(
          "search",
          "[in:ROOM|NAME] [from:NAME] WORDS",
          "what was said with all of these words, here, in another room of yours, or with somebody",
          PlainSearch::read);

  private PlainSearch() {}

  private static Optional<Command> read(Words words) {
    Optional<String> in = Optional.empty();
    Optional<String> from = Optional.empty();
    Words left = words;
    while (left.first().filter(PlainSearch::isAttribute).isPresent()) {
      String word = left.first().orElseThrow();
      if (word.startsWith(IN)) {
        in = Optional.of(word.substring(IN.length()));
      } else {
        from = Optional.of(word.substring(FROM.length()));
      }
      left = new Words(left.rest().orElse(""));
    }
    return left.all().isEmpty() && from.isEmpty()
        ? Optional.empty()
        : Optional.of(search(in, from, left.all()));
  }

  private static boolean isAttribute(String word) {
    return (word.startsWith(IN) && word.length() > IN.length())
        || (word.startsWith(FROM) && word.length() > FROM.length());
  }

  private static Command search(Optional<String> in, Optional<String> from, Optional<String> text) {
    Optional<SearchWords> words =
        text.isEmpty() ? Optional.of(SearchWords.NONE) : text.flatMap(SearchWords::parse);
    return words.isEmpty()
        ? new Command.Malformed(Refusal.of(Reason.BAD_SEARCH))
        : new PastCommand.SearchHere(in, new Sought(words.get(), from));
  }

  static String render(RoomReply.FoundAre reply, Capabilities capabilities) {
    String place = reply.target().orElse("*");
    String end =
        reply
            .bound()
            .map(bound -> "Only the newest " + bound + " messages were looked at.\n")
            .orElse("");
    if (reply.events().isEmpty()) {
      String where = (place.startsWith("#") ? "in " : "with ") + place;
      return "Nothing like that was found " + where + ".\n" + end;
    }
    StringBuilder text = new StringBuilder("--- found in " + place + "\n");
    PlainEvents look = new PlainEvents(capabilities);
    String day = "";
    for (Event event : reply.events()) {
      String next = PlainText.date(event.stamp().time());
      text.append(next.equals(day) ? "" : "--- " + next + "\n").append(event.accept(look));
      day = next;
    }
    return text.append("--- now\n").append(end).toString();
  }
}
