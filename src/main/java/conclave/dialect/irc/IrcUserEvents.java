package conclave.dialect.irc;

import conclave.command.Capabilities;
import conclave.command.UserEvent;
import conclave.command.UserEvent.AwayChanged;
import conclave.command.UserEvent.Banned;
import conclave.command.UserEvent.CameIn;
import conclave.command.UserEvent.Killed;
import conclave.command.UserEvent.ModesChanged;
import conclave.command.UserEvent.NickChanged;
import conclave.command.UserEvent.Wallops;
import conclave.command.UserEvent.WentOut;

/**
 * How what happens to a user looks to others in IRC. What only some are told, each in a line of
 * their own, has none here.
 */
final class IrcUserEvents implements UserEvent.Visitor<Lines> {
  private final Capabilities capabilities;

  IrcUserEvents(Capabilities capabilities) {
    this.capabilities = capabilities;
  }

  @Override
  public Lines awayChanged(AwayChanged event) {
    String words = "AWAY" + event.text().map(text -> " :" + text).orElse("");
    String tags = Lines.tags(event.time(), event.by(), capabilities);
    return new Lines().from(tags, event.by(), words);
  }

  @Override
  public Lines wallops(Wallops event) {
    String tags = Lines.tags(event.time(), event.by(), capabilities);
    return new Lines().from(tags, event.by(), "WALLOPS :" + event.text());
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
  public Lines killed(Killed event) {
    return new Lines();
  }

  @Override
  public Lines banned(Banned event) {
    return new Lines();
  }
}
