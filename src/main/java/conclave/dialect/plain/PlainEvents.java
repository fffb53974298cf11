package conclave.dialect.plain;

import conclave.command.Capabilities;
import conclave.command.Capability;
import conclave.room.Event;
import conclave.room.Event.Departed;
import conclave.room.Event.Described;
import conclave.room.Event.Identified;
import conclave.room.Event.Invited;
import conclave.room.Event.Joined;
import conclave.room.Event.Kicked;
import conclave.room.Event.ModesChanged;
import conclave.room.Event.Parted;
import conclave.room.Event.Renamed;
import conclave.room.Event.RoomRenamed;
import conclave.room.Event.Said;
import conclave.room.Event.TakenBack;
import conclave.room.Event.Told;
import conclave.room.Event.TopicChanged;
import conclave.room.ModeChange;
import conclave.room.SayKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How each kind of event reads. An empty text is not shown. */
final class PlainEvents implements Event.Visitor<String> {
  private static final String CTCP = "\u0001";
  private static final String ACTION = "\u0001ACTION ";

  private final boolean isNumbered;

  /**
   * One way to look at events.
   *
   * @param capabilities with {@link Capability#SEQUENCE} the place in the log stands first
   */
  PlainEvents(Capabilities capabilities) {
    isNumbered = capabilities.has(Capability.SEQUENCE);
  }

  @Override
  public String joined(Joined event) {
    return line(event, event.room() + " " + who(event) + " came in");
  }

  @Override
  public String parted(Parted event) {
    String reason = event.reason().map(text -> " (" + PlainText.clean(text) + ")").orElse("");
    return line(event, event.room() + " " + who(event) + " left" + reason);
  }

  @Override
  public String departed(Departed event) {
    return line(event, who(event) + " quit (" + PlainText.clean(event.reason()) + ")");
  }

  @Override
  public String said(Said event) {
    String sign = event.audience().map(role -> String.valueOf(role.prefix())).orElse("");
    return words(event, sign + event.room(), event.kind(), event.text());
  }

  @Override
  public String told(Told event) {
    return words(event, "-> " + event.to(), event.kind(), event.text());
  }

  /** However many lines a message has, nobody can write what looks like another's line. */
  private String words(Event event, String where, SayKind kind, String said) {
    String text = said.replace("\r", "").replace("\n", " / ");
    String who = who(event);
    if (text.startsWith(ACTION)) {
      return line(
          event, where + " * " + who + " " + PlainText.clean(text.substring(ACTION.length())));
    }
    if (text.startsWith(CTCP) || kind == SayKind.TAGMSG) {
      return ""; // for an IRC client's program, not for a person
    }
    String name = kind == SayKind.NOTICE ? "-" + who + "- " : who + ": ";
    return line(event, where + " " + name + PlainText.clean(text));
  }

  @Override
  public String topicChanged(TopicChanged event) {
    String what =
        event.text().isEmpty()
            ? " removed the topic"
            : " set the topic: " + PlainText.clean(event.text());
    return line(event, event.room() + " " + who(event) + what);
  }

  @Override
  public String modesChanged(ModesChanged event) {
    String changes =
        event.changes().stream().map(PlainEvents::change).collect(Collectors.joining(", "));
    return line(event, event.room() + " " + who(event) + " set " + PlainText.clean(changes));
  }

  private static String change(ModeChange change) {
    String argument = change.argument().map(text -> " " + text).orElse("");
    return (change.add() ? "+" : "-") + change.mode().letter() + argument;
  }

  @Override
  public String kicked(Kicked event) {
    String reason = PlainText.clean(event.reason());
    return line(
        event,
        event.room() + " " + who(event) + " put " + event.target() + " out (" + reason + ")");
  }

  @Override
  public String invited(Invited event) {
    return line(event, who(event) + " asks " + event.target() + " into " + event.room());
  }

  @Override
  public String renamed(Renamed event) {
    return line(event, who(event) + " is " + event.to() + " now");
  }

  @Override
  public String takenBack(TakenBack event) {
    String reason = event.reason().isEmpty() ? "" : " (" + PlainText.clean(event.reason()) + ")";
    return line(event, event.room() + " " + who(event) + " took a message back" + reason);
  }

  @Override
  public String roomRenamed(RoomRenamed event) {
    String reason = event.reason().isEmpty() ? "" : " (" + PlainText.clean(event.reason()) + ")";
    return line(event, event.room() + " " + who(event) + " renamed it to " + event.to() + reason);
  }

  @Override
  public String described(Described event) {
    return line(event, who(event) + " is really " + PlainText.clean(event.realname()) + " now");
  }

  @Override
  public String identified(Identified event) {
    List<String> news = new ArrayList<>();
    if (!event.by().nick().equals(event.to().nick())) {
      news.add(" is " + event.to().nick() + " now");
    }
    if (!event.by().account().equals(event.to().account())) {
      news.add(event.to().account().map(a -> " is logged in as " + a).orElse(" is a guest now"));
    }
    return news.isEmpty() ? "" : line(event, who(event) + String.join(" and", news));
  }

  private static String who(Event event) {
    return event.by().nick().text();
  }

  private String line(Event event, String text) {
    String number = isNumbered && event.stamp().isKept() ? "#" + event.stamp().seq() + " " : "";
    return number + "[" + PlainText.time(event.stamp().time()) + "] " + text + "\n";
  }
}
