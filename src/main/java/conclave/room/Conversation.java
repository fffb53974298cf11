package conclave.room;

import conclave.name.CaseFold;
import conclave.room.Event.Told;
import java.util.Optional;

/** The direct conversation of two users: a log without members or modes. */
public final class Conversation implements Place {
  private final String key;
  private final long id;
  private long seq;
  private long time;

  public Conversation(String key, long id, long seq) {
    this.key = key;
    this.id = id;
    this.seq = seq;
  }

  /**
   * The key of the conversation of two, whichever of them speaks: no room's key has a space in it.
   */
  public static String key(String one, String other) {
    String a = CaseFold.fold(one);
    String b = CaseFold.fold(other);
    return a.compareTo(b) <= 0 ? a + " " + b : b + " " + a;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public long seq() {
    return seq;
  }

  @Override
  public Decision decide(RoomCommand command, Origin origin, long now) {
    if (command instanceof RoomCommand.Tell tell) {
      Stamp stamp = new Stamp(id, seq + 1, Math.max(now, time), origin);
      Stamp at = tell.kind() == SayKind.TAGMSG ? stamp.unkept() : stamp;
      return Decision.happened(
          new Told(at, tell.by(), tell.to(), tell.kind(), tell.text(), tell.tags()));
    }
    throw new IllegalArgumentException(
        "not for a conversation: " + command.getClass().getSimpleName());
  }

  @Override
  public void apply(Event event) {
    if (event.stamp().isKept()) {
      seq = event.stamp().seq();
    }
    time = event.stamp().time();
  }

  @Override
  public Optional<RoomState> state() {
    return Optional.empty();
  }

  @Override
  public Conversation copy() {
    Conversation copy = new Conversation(key, id, seq);
    copy.time = time;
    return copy;
  }

  @Override
  public boolean isIdle() {
    return true;
  }
}
