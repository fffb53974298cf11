package conclave.command;

/**
 * How far the caller has read a room or a conversation with somebody.
 *
 * @param time of the last message that was read, in milliseconds since 1970, UTC; 0 where none was
 */
public record ReadUpTo(String target, long time) implements Reply {
  @Override
  public <R> R accept(ReplyVisitor<R> visitor) {
    return visitor.readUpTo(this);
  }
}
