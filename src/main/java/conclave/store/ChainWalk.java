package conclave.store;

import conclave.command.Verified;
import conclave.command.Verified.Flaw;
import conclave.command.Verified.Flaw.Kind;
import conclave.room.Event;
import conclave.room.Origin;
import conclave.room.Stamp;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Goes along a log from its first event to its last, and notes what is not as its chain says. After
 * a flaw it goes on from what the row itself says, so that one flaw is one, wherever it is.
 */
final class ChainWalk {
  private final long place;
  private final Sealing sealing;
  private final ChainKey key;
  private final List<Flaw> flaws = new ArrayList<>();
  private long count;
  private Link start;
  private Link at;
  private boolean hasLostStart;

  /** Where a walk is, to come back to. */
  record Mark(Link at, long count) {}

  ChainWalk(long place, Link start, Sealing sealing, ChainKey key) {
    this.place = place;
    this.start = start;
    this.at = start;
    this.sealing = sealing;
    this.key = key;
  }

  void note(Flaw flaw) {
    count++;
    hasLostStart |= flaw.kind() == Kind.BEGUN_ANEW || flaw.kind() == Kind.CHAIN_IS_GONE;
    if (flaws.size() < Verified.MOST_FLAWS) {
      flaws.add(flaw);
    }
  }

  Mark mark() {
    return new Mark(at, count);
  }

  boolean hasFoundSince(Mark mark) {
    return count > mark.count;
  }

  /** The log begins later now: what was found since the mark was on its way out. */
  void restart(Link later, Mark mark) {
    start = later;
    at = later;
    count = mark.count;
    while (flaws.size() > count) {
      flaws.remove(flaws.size() - 1);
    }
  }

  /** The next events of the log; the sequences that those took back. */
  List<Long> take(List<LoggedEvent> events) {
    List<Long> takenBack = new ArrayList<>();
    for (LoggedEvent event : events) {
      Optional<byte[]> body = opened(event);
      if (event.seq() <= start.seq()) {
        older(event);
      } else {
        chained(event, body);
      }
      body.flatMap(clear -> takenBack(event, clear)).ifPresent(takenBack::add);
    }
    return takenBack;
  }

  private Optional<byte[]> opened(LoggedEvent event) {
    try {
      return Optional.of(event.open(sealing));
    } catch (Unreadable e) {
      note(new Flaw(Kind.UNREADABLE, event.seq()));
      return Optional.empty();
    }
  }

  /** What had a link and is before the start was removed, or the start was lost. */
  private void older(LoggedEvent event) {
    if (event.link() != null && !hasLostStart) {
      note(new Flaw(Kind.CAME_BACK, event.seq()));
    }
  }

  private void chained(LoggedEvent event, Optional<byte[]> body) {
    byte[] said = event.link() == null ? new byte[Link.BYTES] : event.link();
    if (body.isPresent()) {
      Link next = key.next(place, at, event.seq(), event.content(key, body.get()));
      if (!MessageDigest.isEqual(next.hash(), said)) {
        boolean isNext = event.seq() == at.seq() + 1;
        note(
            isNext
                ? new Flaw(Kind.DOES_NOT_FOLLOW, event.seq())
                : new Flaw(Kind.MISSING, at.seq() + 1, event.seq() - 1));
      }
    }
    at = new Link(event.seq(), said);
  }

  private Optional<Long> takenBack(LoggedEvent event, byte[] body) {
    if (event.kind() != EventKind.TAKEN_BACK.code()) {
      return Optional.empty();
    }
    Stamp stamp = new Stamp(place, event.seq(), event.time(), Origin.SERVER);
    try {
      Event decoded = EventCodec.decode(stamp, EventKind.TAKEN_BACK, body);
      return Optional.of(((Event.TakenBack) decoded).seq());
    } catch (Unreadable e) {
      note(new Flaw(Kind.UNREADABLE, event.seq()));
      return Optional.empty();
    }
  }

  /** The log is at its end: is that the end of the chain? */
  void end(Link kept) {
    if (at.seq() < kept.seq()) {
      note(new Flaw(Kind.CUT_OFF, at.seq() + 1, kept.seq()));
    } else if (at.seq() == kept.seq() && !at.equals(kept)) { // retention may have gone on meanwhile
      note(new Flaw(Kind.DOES_NOT_FOLLOW, kept.seq()));
    }
  }

  Verified result(long head) {
    return new Verified(start.seq() + 1, head, at.seq(), flaws, count);
  }
}
