package conclave.dialect.plain;

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
import conclave.name.Nick;

/** How what happens to a user reads to others: a person is told only what is for a person. */
final class PlainUserEvents implements UserEvent.Visitor<String> {
  @Override
  public String wallops(Wallops event) {
    return toAll(event.time(), event.by().nick(), event.text());
  }

  @Override
  public String announced(Announced event) {
    return toAll(event.time(), event.by().nick(), event.text());
  }

  private static String toAll(long time, Nick by, String text) {
    return "[" + PlainText.time(time) + "] " + by + " to all: " + PlainText.clean(text) + "\n";
  }

  @Override
  public String awayChanged(AwayChanged event) {
    return "";
  }

  @Override
  public String cameIn(CameIn event) {
    return "";
  }

  @Override
  public String wentOut(WentOut event) {
    return "";
  }

  @Override
  public String nickChanged(NickChanged event) {
    return "";
  }

  @Override
  public String modesChanged(ModesChanged event) {
    return "";
  }

  @Override
  public String annotated(Annotated event) {
    return "";
  }

  @Override
  public String identified(Identified event) {
    return "";
  }

  @Override
  public String hasRead(HasRead event) {
    return "";
  }

  @Override
  public String killed(Killed event) {
    return "";
  }

  @Override
  public String banned(Banned event) {
    return "";
  }
}
