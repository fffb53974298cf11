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
  private static final Capabilities USER_TAGS =
      Capabilities.of(Capability.SERVER_TIME, Capability.ACCOUNT_TAG, Capability.MESSAGE_TAGS);
  private static final Capabilities TAGS = USER_TAGS.with(Set.of(Capability.SEQUENCE));
  private static final Capabilities JOIN = TAGS.with(Set.of(Capability.EXTENDED_JOIN));
  private static final Capabilities MULTILINE =
      TAGS.with(Set.of(Capability.MULTILINE, Capability.BATCH));
  private static final Capabilities REDACTION = TAGS.with(Set.of(Capability.MESSAGE_REDACTION));
  private static final Capabilities RENAME = TAGS.with(Set.of(Capability.CHANNEL_RENAME));
  private static final Capabilities REALNAME = TAGS.with(Set.of(Capability.SETNAME));
  private static final Set<Capability> OF_IDENTITY =
      Set.of(Capability.ACCOUNT_NOTIFY, Capability.CHGHOST);
  private static final Capabilities IDENTITY = TAGS.with(OF_IDENTITY);
  private static final Capabilities USER_IDENTITY = USER_TAGS.with(OF_IDENTITY);

  @Override
  public Capabilities matter(Event event) {
    if (event instanceof Event.Joined) {
      return JOIN;
    }
    if ((event instanceof Event.Said said && IrcMultiline.isOne(said.text()))
        || (event instanceof Event.Told told && IrcMultiline.isOne(told.text()))) {
      return MULTILINE;
    }
    if (event instanceof Event.TakenBack) {
      return REDACTION;
    }
    if (event instanceof Event.RoomRenamed) {
      return RENAME;
    }
    if (event instanceof Event.Described) {
      return REALNAME;
    }
    return event instanceof Event.Identified ? IDENTITY : TAGS;
  }

  @Override
  public byte[] event(Event event, Capabilities capabilities) {
    return event.accept(new IrcEvents(capabilities, "")).bytes();
  }

  @Override
  public Capabilities matter(UserEvent event) {
    return event instanceof UserEvent.Identified ? USER_IDENTITY : USER_TAGS;
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
