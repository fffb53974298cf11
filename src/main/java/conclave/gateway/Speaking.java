package conclave.gateway;

import conclave.bus.Active;
import conclave.bus.Active.Speaker;
import java.util.Collection;
import java.util.List;

/** Tells other nodes who has said something, now and then: nobody is told of each message. */
final class Speaking {
  /** Who speaks while it is looked may be told twice, and not be missed. */
  private static final long OVERLAP_MILLIS = 1_000;

  private long looked;

  /** Who of them has said something here since the last time. One loop. */
  Active since(Collection<Presence> all) {
    long now = System.currentTimeMillis();
    long before = looked - OVERLAP_MILLIS;
    looked = now;
    List<Speaker> speakers =
        all.stream()
            .filter(present -> present.isHere() && present.spoke().get() > before)
            .map(present -> new Speaker(present.key(), now - present.spoke().get()))
            .toList();
    return new Active(speakers);
  }

  /** These have on another node. Whoever was told of it by another is not told back. */
  void there(Active active, Entries entries) {
    long now = System.currentTimeMillis();
    for (Speaker speaker : active.speakers()) {
      Presence present = entries.get(speaker.key());
      if (present != null) {
        present.spoke().accumulateAndGet(now - speaker.silence(), Math::max);
      }
    }
  }
}
