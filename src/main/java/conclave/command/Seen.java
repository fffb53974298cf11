package conclave.command;

import conclave.room.Event;

/** Something that the caller did, where it is shown to the caller apart from all others. */
public record Seen(Event event) implements Reply {
  @Override
  public <R> R accept(ReplyVisitor<R> visitor) {
    return visitor.seen(this);
  }
}
