package conclave.dialect.irc;

import conclave.command.Capability;
import conclave.command.Reply;
import conclave.dialect.Dialect.Recipient;
import conclave.room.Event;
import conclave.room.Event.Said;
import conclave.room.Event.Told;
import java.util.List;

/**
 * Shows what was said before: in a {@code chathistory} batch where the client knows batches (IRCv3
 * batch, chathistory), with the time in the text where it knows no server-time.
 */
final class IrcReplay {
  private final Recipient to;
  private final Lines lines;

  IrcReplay(Recipient to, Lines lines) {
    this.to = to;
    this.lines = lines;
  }

  void render(Reply.Replay replay) {
    render("chathistory " + replay.place(), replay.events(), replay.isAsked());
  }

  /**
   * Shows events.
   *
   * @param batch the type of the batch, and its parameters
   * @param isAsked whoever asked is told that there is nothing
   */
  void render(String batch, List<Event> events, boolean isAsked) {
    boolean hasBatch = to.capabilities().has(Capability.BATCH);
    if (events.isEmpty() && !(isAsked && hasBatch)) {
      return;
    }
    // A reference need only be unique among this client's open batches, and this one is closed
    // below.
    String reference =
        events.stream()
            .findFirst()
            .map(event -> "h" + Long.toString(event.stamp().seq(), Character.MAX_RADIX))
            .orElse("h");
    if (hasBatch) {
      lines.from(to, "BATCH +" + reference + " " + batch);
    }
    IrcEvents look = new IrcEvents(to.capabilities(), hasBatch ? "batch=" + reference : "");
    events.forEach(event -> lines.append(dated(event).accept(look)));
    if (hasBatch) {
      lines.from(to, "BATCH -" + reference);
    }
  }

  private Event dated(Event event) {
    if (to.capabilities().has(Capability.SERVER_TIME)) {
      return event;
    }
    String time = "[" + EventTags.time(event.stamp().time()).substring(11, 16) + "Z] ";
    if (event instanceof Said said) {
      return said.withText(dated(time, said.text()));
    }
    if (event instanceof Told told) {
      return new Told(
          told.stamp(), told.by(), told.to(), told.kind(), dated(time, told.text()), told.tags());
    }
    return event;
  }

  /** The time goes behind the word ACTION of a CTCP action, else before the text. */
  private static String dated(String time, String text) {
    String action = "\u0001ACTION ";
    return text.startsWith(action) ? action + time + text.substring(action.length()) : time + text;
  }
}
