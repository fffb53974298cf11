package conclave.dialect.irc;

import conclave.room.ClientTags;
import conclave.room.Event;
import java.util.List;

/**
 * How a message of several lines looks: a batch to those who know such (IRCv3 multiline), its lines
 * one by one to others. LF stands between its lines, CR where one line goes on.
 */
final class IrcMultiline {
  private final Event event;
  private final ClientTags given;
  private final EventTags tags;

  /**
   * The look of one message.
   *
   * @param given the tags that its sender gave
   */
  IrcMultiline(Event event, ClientTags given, EventTags tags) {
    this.event = event;
    this.given = given;
    this.tags = tags;
  }

  static boolean isOne(String text) {
    return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
  }

  /** Its lines as they were sent: each a message, none of them blank. */
  Lines oneByOne(String verb, String target, String text) {
    Lines lines = new Lines();
    for (String line : text.split("[\r\n]")) {
      if (!line.isBlank()) {
        String head = lines.isEmpty() ? tags.of(event, given) : tags.ofMore(event);
        lines.from(head, event.by(), verb + " " + target + " :" + line);
      }
    }
    return lines;
  }

  Lines batch(String verb, String target, String text) {
    String reference = "m" + Long.toString(event.stamp().seq(), Character.MAX_RADIX);
    Lines lines = new Lines();
    lines.from(
        tags.of(event, given), event.by(), "BATCH +" + reference + " draft/multiline " + target);
    for (String line : text.split("\n", -1)) {
      List<String> pieces = List.of(line.split("\r"));
      for (int i = 0; i < pieces.size(); i++) {
        String concat = i == 0 ? "" : ";draft/multiline-concat";
        String words = verb + " " + target + " :" + pieces.get(i);
        lines.from("@batch=" + reference + concat + " ", event.by(), words);
      }
    }
    return lines.from(tags.ofEnd(), event.by(), "BATCH -" + reference);
  }
}
