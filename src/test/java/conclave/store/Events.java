package conclave.store;

import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.ClientTags;
import conclave.room.Event;
import conclave.room.Event.Joined;
import conclave.room.Event.Said;
import conclave.room.Event.TakenBack;
import conclave.room.Event.Told;
import conclave.room.Modes;
import conclave.room.Origin;
import conclave.room.Role;
import conclave.room.RoomState;
import conclave.room.SayKind;
import conclave.room.Stamp;
import conclave.shard.RoomLog.Append;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Events that tests append. */
final class Events {
  static final Source ALICE =
      new Source(new Nick("alice"), "al", "cloak.example", Optional.of(new AccountName("Alice")));

  private Events() {}

  static Stamp stamp(long place, long seq) {
    return new Stamp(place, seq, 1_800_000_000_000L + seq, new Origin("c-" + place, seq));
  }

  static Event said(String room, long place, long seq) {
    return new Said(
        stamp(place, seq), new RoomName(room), ALICE, SayKind.PRIVMSG, "message " + seq);
  }

  static Event saidAt(long time, String room, long place, long seq) {
    Stamp stamp = new Stamp(place, seq, time, new Origin("c-" + place, seq));
    return new Said(stamp, new RoomName(room), ALICE, SayKind.PRIVMSG, "message " + seq);
  }

  /** Somebody came in, whom operators alone see. */
  static Event hiddenJoin(String room, long place, long seq) {
    Set<Role> none = Set.of();
    Optional<Role> operators = Optional.of(Role.OPERATOR);
    return new Joined(stamp(place, seq), new RoomName(room), ALICE, "Alice A.", none, operators);
  }

  static Event takenBack(String room, long place, long seq, long taken) {
    return new TakenBack(stamp(place, seq), new RoomName(room), ALICE, taken, "", Optional.empty());
  }

  static Event saidTo(Role least, String room, long place, long seq) {
    return new Said(
        stamp(place, seq),
        new RoomName(room),
        ALICE,
        SayKind.PRIVMSG,
        "message " + seq,
        ClientTags.NONE,
        Optional.of(least));
  }

  static Event joined(String room, long place, long seq) {
    return new Joined(
        stamp(place, seq), new RoomName(room), ALICE, "Alice A.", Set.of(Role.FOUNDER));
  }

  static Event told(long place, long seq) {
    return new Told(stamp(place, seq), ALICE, new Nick("bob"), SayKind.NOTICE, "psst " + seq);
  }

  /** A new room with one message. */
  static Append founded(String room, long place) {
    RoomState state = RoomState.fresh(new RoomName(room), 17, Modes.INITIAL);
    return new Append(room, place, Optional.of(state), List.of(said(room, place, 1)));
  }

  /** One append of messages with these sequences. */
  static Append append(String room, long place, long... seqs) {
    List<Event> events = Arrays.stream(seqs).mapToObj(seq -> said(room, place, seq)).toList();
    return new Append(room, place, Optional.empty(), events);
  }
}
