package conclave.dialect.irc;

import conclave.command.Capabilities;
import conclave.command.Capability;
import conclave.command.LineLimits;
import conclave.name.AccountName;
import conclave.name.Source;
import conclave.name.Utf8;
import conclave.room.ClientTags;
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
import conclave.room.Role;
import conclave.room.SayKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How each kind of event looks in IRC. */
final class IrcEvents implements Event.Visitor<Lines> {
  private final Capabilities capabilities;
  private final EventTags tags;

  /**
   * One way to look at events.
   *
   * @param firstTag a tag that comes before the event's own, or empty
   */
  IrcEvents(Capabilities capabilities, String firstTag) {
    this.capabilities = capabilities;
    this.tags = new EventTags(capabilities, firstTag);
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
      lines.from(
          tags.ofMore(event), event.by(), "MODE " + event.room() + " +" + letters + " " + nicks);
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
    return words(event, event.kind(), sign + event.room(), event.text(), event.tags());
  }

  @Override
  public Lines told(Told event) {
    return words(event, event.kind(), event.to().text(), event.text(), event.tags());
  }

  private Lines words(Event event, SayKind kind, String target, String text, ClientTags given) {
    if (IrcMultiline.isOne(text)) {
      IrcMultiline message = new IrcMultiline(event, given, tags);
      return capabilities.has(Capability.MULTILINE) && capabilities.has(Capability.BATCH)
          ? message.batch(kind.name(), target, text)
          : message.oneByOne(kind.name(), target, text);
    }
    Lines lines = new Lines();
    if (kind != SayKind.TAGMSG) {
      return lines.from(tags.of(event, given), event.by(), kind + " " + target + " :" + text);
    }
    return capabilities.has(Capability.MESSAGE_TAGS)
        ? lines.from(tags.of(event, given), event.by(), kind + " " + target)
        : lines;
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
        lines.from(next(lines, event), event.by(), words + text(some));
        some = new ArrayList<>(List.of(change));
      }
    }
    return lines.from(next(lines, event), event.by(), words + text(some));
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

  @Override
  public Lines described(Described event) {
    return capabilities.has(Capability.SETNAME)
        ? line(event, "SETNAME :" + event.realname())
        : new Lines();
  }

  @Override
  public Lines takenBack(TakenBack event) {
    String reason = event.reason().isEmpty() ? "" : " :" + event.reason();
    return capabilities.has(Capability.MESSAGE_REDACTION)
        ? line(event, "REDACT " + event.room() + " " + event.msgid() + reason)
        : new Lines();
  }

  /** Who hasn't asked for it is told another way, where it is more than the name's case. */
  @Override
  public Lines roomRenamed(RoomRenamed event) {
    return capabilities.has(Capability.CHANNEL_RENAME)
        ? line(event, "RENAME " + event.room() + " " + event.to() + " :" + event.reason())
        : new Lines();
  }

  /** Each step comes from who the member is after the one before it. */
  @Override
  public Lines identified(Identified event) {
    Source from = event.by();
    Source to = event.to();
    Lines lines = new Lines();
    if (!from.nick().equals(to.nick())) {
      lines.from(next(lines, event), from, "NICK " + to.nick());
      from = from.withNick(to.nick());
    }
    if (IrcIdentity.isMoved(from, to) && capabilities.has(Capability.CHGHOST)) {
      lines.from(next(lines, event), from, IrcIdentity.moved(to));
    }
    if (!from.account().equals(to.account()) && capabilities.has(Capability.ACCOUNT_NOTIFY)) {
      lines.from(next(lines, event), to, IrcIdentity.account(to));
    }
    return lines;
  }

  private Lines line(Event event, String words) {
    return new Lines().from(tags.of(event, ClientTags.NONE), event.by(), words);
  }

  /** The tags of the next of an event's lines. */
  private String next(Lines lines, Event event) {
    return lines.isEmpty() ? tags.of(event, ClientTags.NONE) : tags.ofMore(event);
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
