package conclave.dialect.irc;

import conclave.command.Capabilities;
import conclave.command.Capability;
import conclave.command.MetadataAnswer.Item;
import conclave.command.UserEvent;
import conclave.command.UserEvent.Annotated;
import conclave.command.UserEvent.Announced;
import conclave.command.UserEvent.AwayChanged;
import conclave.command.UserEvent.Banned;
import conclave.command.UserEvent.CameIn;
import conclave.command.UserEvent.HasRead;
import conclave.command.UserEvent.Identified;
import conclave.command.UserEvent.Killed;
import conclave.command.UserEvent.ModesChanged;
import conclave.command.UserEvent.NickChanged;
import conclave.command.UserEvent.Wallops;
import conclave.command.UserEvent.WentOut;
import conclave.name.Source;

/**
 * How what happens to a user looks to others in IRC. What only some are told, each in a line of
 * their own, has none here.
 */
final class IrcUserEvents implements UserEvent.Visitor<Lines> {
  private final Capabilities capabilities;
  private final EventTags tags;

  IrcUserEvents(Capabilities capabilities) {
    this.capabilities = capabilities;
    this.tags = new EventTags(capabilities, "");
  }

  @Override
  public Lines awayChanged(AwayChanged event) {
    String words = "AWAY" + event.text().map(text -> " :" + text).orElse("");
    return new Lines().from(tags.of(event.time(), event.by()), event.by(), words);
  }

  /** Without the nick, which MONITOR has told. */
  @Override
  public Lines identified(Identified event) {
    Source to = event.to();
    Lines lines = new Lines();
    if (IrcIdentity.isMoved(event.by(), to) && capabilities.has(Capability.CHGHOST)) {
      lines.from(tags.of(event.time(), event.by()), event.by(), IrcIdentity.moved(to));
    }
    return capabilities.has(Capability.ACCOUNT_NOTIFY)
        ? lines.from(tags.of(event.time(), to), to, IrcIdentity.account(to))
        : lines;
  }

  @Override
  public Lines wallops(Wallops event) {
    return new Lines()
        .from(tags.of(event.time(), event.by()), event.by(), "WALLOPS :" + event.text());
  }

  @Override
  public Lines announced(Announced event) {
    // To all users of all servers, as a mask for servers says it (RFC 2812 §3.3.1).
    return new Lines()
        .from(tags.of(event.time(), event.by()), event.by(), "NOTICE $* :" + event.text());
  }

  @Override
  public Lines cameIn(CameIn event) {
    return new Lines();
  }

  @Override
  public Lines wentOut(WentOut event) {
    return new Lines();
  }

  @Override
  public Lines nickChanged(NickChanged event) {
    return new Lines();
  }

  @Override
  public Lines modesChanged(ModesChanged event) {
    return new Lines();
  }

  @Override
  public Lines annotated(Annotated event) {
    Item item = Item.of(event.target(), event.key(), event.value());
    return new Lines().from(tags.of(event.time(), event.by()), event.by(), IrcMetadata.told(item));
  }

  @Override
  public Lines hasRead(HasRead event) {
    return new Lines();
  }

  @Override
  public Lines killed(Killed event) {
    return new Lines().from("", event.by(), "KILL " + event.target() + " :" + event.reason());
  }

  @Override
  public Lines banned(Banned event) {
    return new Lines();
  }
}
