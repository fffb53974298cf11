package conclave.dialect.irc;

import conclave.command.Capabilities;
import conclave.command.Capability;
import conclave.command.Reply;
import conclave.command.UserEvent;
import conclave.dialect.Dialect;
import conclave.room.Event;
import java.util.Set;

/** Writes IRC lines. */
final class IrcRenderer implements Dialect.Renderer {
  private static final Capabilities TAGS =
      Capabilities.of(Capability.SERVER_TIME, Capability.ACCOUNT_TAG);
  private static final Capabilities JOIN = TAGS.with(Set.of(Capability.EXTENDED_JOIN));

  @Override
  public Capabilities matter(Event event) {
    return event instanceof Event.Joined ? JOIN : TAGS;
  }

  @Override
  public byte[] event(Event event, Capabilities capabilities) {
    return event.accept(new IrcEvents(capabilities, "")).bytes();
  }

  @Override
  public Capabilities matter(UserEvent event) {
    return TAGS;
  }

  @Override
  public byte[] event(UserEvent event, Capabilities capabilities) {
    return event.accept(new IrcUserEvents(capabilities)).bytes();
  }

  @Override
  public byte[] reply(Reply reply, Dialect.Recipient to) {
    return reply.accept(new IrcReplies(to)).bytes();
  }
}
