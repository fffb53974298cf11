package conclave.command;

import conclave.name.RoomName;

/** The room that was asked for has another name by now. */
public record Moved(RoomName from, RoomName to) implements Reply {
  @Override
  public <R> R accept(ReplyVisitor<R> visitor) {
    return visitor.moved(this);
  }
}
