package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.name.RoomName;
import conclave.room.Event;
import conclave.shard.RoomLog.Append;
import conclave.shard.RoomLog.Stored;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What both stores promise of messages that were taken back. */
abstract class ErasureContract extends SearchContract {
  private List<Long> sequences(String room) {
    return store.history().messages(room, Long.MAX_VALUE, 10).await().stream()
        .map(event -> event.stamp().seq())
        .toList();
  }

  @Test
  void whatWasTakenBackIsInNoHistoryAndTheSequenceGoesOn() {
    Event back =
        new Event.TakenBack(
            Events.stamp(1, 3), new RoomName("#a"), Events.ALICE, 1, "sorry", Optional.empty());
    log.append(Events.append("#a", 1, 1)).await();
    log.append(Events.append("#a", 1, 2)).await();
    log.append(Events.append("#b", 2, 1)).await();
    log.append(new Append("#a", 1, Optional.empty(), List.of(back))).await();
    assertThat(sequences("#a")).containsExactly(2L);
    assertThat(sequences("#b")).containsExactly(1L);
    assertThat(log.load("#a").await().map(Stored::seq)).contains(3L);
  }
}
