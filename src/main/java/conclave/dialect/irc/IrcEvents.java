package conclave.dialect.irc;

import conclave.command.Capabilities;
import conclave.command.Capability;
import conclave.command.LineLimits;
import conclave.name.AccountName;
import conclave.name.Utf8;
import conclave.room.Event;
import conclave.room.Event.Departed;
import conclave.room.Event.Invited;
import conclave.room.Event.Joined;
import conclave.room.Event.Kicked;
import conclave.room.Event.ModesChanged;
import conclave.room.Event.Parted;
import conclave.room.Event.Renamed;
import conclave.room.Event.Said;
import conclave.room.Event.Told;
import conclave.room.Event.TopicChanged;
import conclave.room.ModeChange;
import conclave.room.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How each kind of event looks in IRC. */
final class IrcEvents implements Event.Visitor<Lines> {
  private final Capabilities capabilities;
  private final String firstTag;

  /**
   * One way to look at events.
   *
   * @param firstTag a tag that comes before the event's own, or empty
   */
  IrcEvents(Capabilities capabilities, String firstTag) {
    this.capabilities = capabilities;
    this.firstTag = firstTag;
  }

  @Override
  public Lines joined(Joined event) {
    String words = "JOIN " + event.room();
    if (capabilities.has(Capability.EXTENDED_JOIN)) {
      words +=
          " " + event.by().account().map(AccountName::text).orElse("*") + " :" + event.realname();
    }
    Lines lines = line(event, words);
    if (!event.roles().isEmpty()) {
      // What the room gave at the door is a mode change to everybody in it.
      List<Role> roles = event.roles().stream().sorted().toList();
      String letters =
          roles.stream().map(role -> String.valueOf(role.mode())).collect(Collectors.joining());
      String nicks =
          roles.stream().map(role -> event.by().nick().text()).collect(Collectors.joining(" "));
      lines.from(tags(event), event.by(), "MODE " + event.room() + " +" + letters + " " + nicks);
    }
    return lines;
  }

  @Override
  public Lines parted(Parted event) {
    return line(
        event, "PART " + event.room() + event.reason().map(reason -> " :" + reason).orElse(""));
  }

  @Override
  public Lines departed(Departed event) {
    return line(event, "QUIT :" + event.reason());
  }

  @Override
  public Lines said(Said event) {
    String sign = event.audience().map(role -> String.valueOf(role.prefix())).orElse("");
    return line(event, event.kind() + " " + sign + event.room() + " :" + event.text());
  }

  @Override
  public Lines told(Told event) {
    return line(event, event.kind() + " " + event.to() + " :" + event.text());
  }

  @Override
  public Lines topicChanged(TopicChanged event) {
    return line(event, "TOPIC " + event.room() + " :" + event.text());
  }

  @Override
  public Lines modesChanged(ModesChanged event) {
    String words = "MODE " + event.room() + " ";
    int room = LineLimits.MAX_BODY - Utf8.length(":" + event.by().mask() + " " + words);
    Lines lines = new Lines();
    List<ModeChange> some = new ArrayList<>();
    for (ModeChange change : event.changes()) {
      some.add(change);
      if (some.size() > 1 && Utf8.length(text(some)) > room) {
        some.remove(some.size() - 1);
        lines.from(tags(event), event.by(), words + text(some));
        some = new ArrayList<>(List.of(change));
      }
    }
    return lines.from(tags(event), event.by(), words + text(some));
  }

  @Override
  public Lines kicked(Kicked event) {
    return line(event, "KICK " + event.room() + " " + event.target() + " :" + event.reason());
  }

  @Override
  public Lines invited(Invited event) {
    return line(event, "INVITE " + event.target() + " " + event.room());
  }

  @Override
  public Lines renamed(Renamed event) {
    return line(event, "NICK " + event.to());
  }

  private Lines line(Event event, String words) {
    return new Lines().from(tags(event), event.by(), words);
  }

  private String tags(Event event) {
    return Lines.tags(event, capabilities, firstTag);
  }

  /** {@code +ov-k alice bob key}. */
  static String text(List<ModeChange> changes) {
    StringBuilder letters = new StringBuilder();
    StringBuilder arguments = new StringBuilder();
    char sign = 0;
    for (ModeChange change : changes) {
      char wanted = change.add() ? '+' : '-';
      if (wanted != sign) {
        letters.append(wanted);
        sign = wanted;
      }
      letters.append(change.mode().letter());
      change.argument().ifPresent(argument -> arguments.append(' ').append(argument));
    }
    return letters.append(arguments).toString();
  }
}
