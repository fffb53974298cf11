package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.room.Event;
import conclave.room.Role;
import conclave.shard.RoomLog.Append;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who reads what of a room's log. */
abstract class HistoryContract extends StoreContract {
  @Test
  void whatWasSaidToSomeIsReadByThemAndThoseAbove() {
    List<Event> events = new ArrayList<>();
    for (Role role : Role.values()) {
      events.add(Events.saidTo(role, "#a", 1, events.size() + 1L));
    }
    events.add(Events.said("#a", 1, events.size() + 1L));
    log.append(new Append("#a", 1, Optional.empty(), events)).await();
    assertThat(read(Optional.empty())).containsExactly(6L);
    assertThat(read(Optional.of(Role.VOICE))).containsExactly(5L, 6L);
    assertThat(read(Optional.of(Role.OPERATOR))).containsExactly(3L, 4L, 5L, 6L);
    assertThat(read(Optional.of(Role.FOUNDER))).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    assertThat(store.history().messages("#a", Long.MAX_VALUE, 1, Optional.empty()).await())
        .containsExactly(events.get(5));
  }

  private List<Long> read(Optional<Role> rank) {
    return store.history().messages("#a", Long.MAX_VALUE, 10, rank).await().stream()
        .map(event -> event.stamp().seq())
        .toList();
  }
}
