package conclave.dialect.plain;

import conclave.command.Capabilities;
import conclave.command.Capability;
import conclave.command.Reply;
import conclave.command.UserEvent;
import conclave.dialect.Dialect;
import conclave.name.Utf8;
import conclave.room.Event;

/** Writes what reads like a chat. */
final class PlainRenderer implements Dialect.Renderer {
  private static final Capabilities NUMBERS = Capabilities.of(Capability.SEQUENCE);
  private static final PlainUserEvents USER_EVENTS = new PlainUserEvents();

  @Override
  public Capabilities matter(Event event) {
    return NUMBERS;
  }

  @Override
  public byte[] event(Event event, Capabilities capabilities) {
    return Utf8.encode(event.accept(new PlainEvents(capabilities)));
  }

  @Override
  public byte[] event(UserEvent event, Capabilities capabilities) {
    return Utf8.encode(event.accept(USER_EVENTS));
  }

  @Override
  public byte[] reply(Reply reply, Dialect.Recipient to) {
    return Utf8.encode(reply.accept(new PlainReplies(to)));
  }
}
