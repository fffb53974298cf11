package conclave.room;

import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import java.util.Optional;
import java.util.Set;

/** People, rooms and stamps that tests begin with. */
public final class Mothers {
  /** A moment in 2027, so that times in tests are easy to read: 08:00:00 UTC. */
  public static final long NOW = 1_800_000_000_000L;

  /** The room that most tests are about. */
  public static final RoomName LOBBY = new RoomName("#lobby");

  private Mothers() {}

  /** Somebody with an account of the same name. */
  public static Source user(String nick) {
    return new Source(new Nick(nick), nick, "user/" + nick, Optional.of(new AccountName(nick)));
  }

  /** Somebody without an account. */
  public static Source guest(String nick) {
    return new Source(new Nick(nick), "~" + nick, "guest/0a1b2c", Optional.empty());
  }

  /** The stamp of the first room's event with this sequence, some seconds after {@link #NOW}. */
  public static Stamp stamp(long seq) {
    return new Stamp(7, seq, NOW + seq * 1_000, new Origin("c1", seq));
  }

  /** A member with these roles. */
  public static Member member(Source source, Role... roles) {
    return new Member(source, source.nick() + " R.", Set.of(roles));
  }
}
