package conclave.room;

import conclave.name.AccountName;
import conclave.name.CaseFold;
import conclave.name.Source;
import conclave.room.Event.Told;
import java.util.List;
import java.util.Optional;

/** The direct conversation of two users: a log without members or modes. */
public final class Conversation implements Place {
  private static final String GUEST = "~";

  private final String key;
  private final long id;
  private long seq;
  private long time;

  /**
   * A conversation as the store knows it.
   *
   * @param seq of the last event in its log, 0 where there is none
   * @param time of that, milliseconds since 1970, UTC
   */
  public Conversation(String key, long id, long seq, long time) {
    this.key = key;
    this.id = id;
    this.seq = seq;
    this.time = time;
  }

  /**
   * The key of the conversation of two, whichever of them speaks: no room's key has a space in it.
   */
  public static String key(String one, String other) {
    String a = CaseFold.fold(one);
    String b = CaseFold.fold(other);
    return a.compareTo(b) <= 0 ? a + " " + b : b + " " + a;
  }

  /** A conversation belongs to two accounts; a guest is known by the nick alone. */
  public static String party(Source source) {
    return source.account().map(AccountName::text).orElseGet(() -> GUEST + source.nick().text());
  }

  /**
   * The two accounts of the conversation with this key, which may be the same; none with a guest.
   */
  public static List<String> accounts(String key) {
    List<String> parties = List.of(key.split(" "));
    boolean isOfAccounts =
        parties.size() == 2 && parties.stream().noneMatch(party -> party.startsWith(GUEST));
    return isOfAccounts ? parties : List.of();
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
      Stamp at = tell.kind().isKept(tell.tags()) ? stamp : stamp.unkept();
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
    Conversation copy = new Conversation(key, id, seq, time);
    copy.time = time;
    return copy;
  }

  @Override
  public boolean isIdle() {
    return true;
  }
}
