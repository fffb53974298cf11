package conclave.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.command.Excerpt;
import conclave.command.Excerpt.Around;
import conclave.command.Excerpt.Mark;
import conclave.command.Excerpt.Span;
import conclave.handler.History.Next;
import conclave.handler.History.Reader;
import conclave.handler.History.Talk;
import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.room.Event;
import conclave.room.Role;
import conclave.room.Stamp;
import conclave.shard.RoomLog.Append;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

  /** Sequences 1 to 9, of the times 10 10 20 20 20 30 40 40 50. */
  private void talked() {
    long[] times = {10, 10, 20, 20, 20, 30, 40, 40, 50};
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < times.length; i++) {
      events.add(Events.saidAt(times[i], "#a", 1, i + 1L));
    }
    log.append(new Append("#a", 1, Optional.empty(), events)).await();
  }

  private List<Long> excerpt(Excerpt asked, int limit) {
    Reader bob = new Reader(new Nick("bob"), Optional.empty());
    return sequences(store.history().excerpt("#a", asked, bob, limit).await());
  }

  private static List<Long> sequences(List<Event> events) {
    return events.stream().map(event -> event.stamp().seq()).toList();
  }

  private static Excerpt after(long time) {
    return new Span(Optional.of(new Mark.Time(time)), Optional.empty(), false);
  }

  private static Excerpt before(long time) {
    return new Span(Optional.empty(), Optional.of(new Mark.Time(time)), true);
  }

  @Test
  void aTimeStandsForAllThatWasSaidThen() {
    talked();
    assertThat(excerpt(after(9), 2)).containsExactly(1L, 2L);
    assertThat(excerpt(after(10), 9)).containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L);
    assertThat(excerpt(after(25), 2)).containsExactly(6L, 7L);
    assertThat(excerpt(after(50), 9)).isEmpty();
    assertThat(excerpt(before(10), 9)).isEmpty();
    assertThat(excerpt(before(20), 9)).containsExactly(1L, 2L);
    assertThat(excerpt(before(99), 2)).containsExactly(8L, 9L);
    assertThat(excerpt(new Around(new Mark.Time(30)), 3)).containsExactly(5L, 6L, 7L);
    assertThat(excerpt(new Around(new Mark.Time(99)), 2)).containsExactly(9L);
  }

  @Test
  void marksThatStandTheWrongWayRoundAreReadFromTheOtherEnd() {
    talked();
    Optional<Mark> early = Optional.of(new Mark.Time(10));
    Optional<Mark> late = Optional.of(new Mark.Message(Stamp.msgid(1, 9)));
    assertThat(excerpt(new Span(early, late, false), 2)).containsExactly(3L, 4L);
    assertThat(excerpt(new Span(late, early, false), 2)).containsExactly(7L, 8L);
    assertThat(excerpt(new Span(early, early, false), 2)).isEmpty();
  }

  @Test
  void whatWasTakenBackLeavesAHoleThatIsPassedOver() {
    talked();
    Event gone = Events.takenBack("#a", 1, 10, 4);
    log.append(new Append("#a", 1, Optional.empty(), List.of(gone))).await();
    assertThat(excerpt(after(10), 3)).containsExactly(3L, 5L, 6L);
    Excerpt atTheHole = new Around(new Mark.Message(Stamp.msgid(1, 4)));
    assertThat(excerpt(atTheHole, 3)).containsExactly(3L, 5L, 6L);
  }

  @Test
  void aMessageOfAnotherLogIsNoMark() {
    talked();
    Optional<Mark> elsewhere = Optional.of(new Mark.Message(Stamp.msgid(2, 4)));
    assertThat(excerpt(new Span(elsewhere, Optional.empty(), false), 9)).isEmpty();
    assertThat(excerpt(new Span(Optional.empty(), elsewhere, true), 9)).isEmpty();
  }

  @Test
  void whatAViewerMayNotSeeIsPassedOverWithoutMakingThePageShorter() {
    List<Event> events = new ArrayList<>();
    events.add(Events.said("#a", 1, 1));
    for (long seq = 2; seq <= 12; seq++) {
      events.add(Events.hiddenJoin("#a", 1, seq));
    }
    events.add(Events.said("#a", 1, 13));
    log.append(new Append("#a", 1, Optional.empty(), events)).await();
    Reader bob = new Reader(new Nick("bob"), Optional.empty(), true);
    Reader operator = new Reader(new Nick("bob"), Optional.of(Role.OPERATOR), true);
    assertThat(sequences(store.history().excerpt("#a", Excerpt.latest(), bob, 2).await()))
        .containsExactly(1L, 13L);
    assertThat(sequences(store.history().excerpt("#a", Excerpt.latest(), operator, 3).await()))
        .containsExactly(11L, 12L, 13L);
  }

  @Test
  void twoWhoHaveTalkedAreFoundByEachOther() {
    log.append(new Append("alice bob", 7, Optional.empty(), List.of(Events.told(7, 1)))).await();
    log.append(new Append("alice ~bob", 8, Optional.empty(), List.of(Events.told(8, 1)))).await();
    long time = Events.told(7, 1).stamp().time();
    AccountName alice = new AccountName("Alice");
    AccountName bob = new AccountName("bob");
    assertThat(store.history().conversations(alice, time - 1, time + 1).await())
        .containsExactly(new Talk("bob", 7, 1, time));
    assertThat(store.history().conversations(bob, time - 1, time + 1).await())
        .containsExactly(new Talk("alice", 7, 1, time));
    assertThat(store.history().conversations(bob, time, time + 1).await()).isEmpty();
    assertThat(store.history().conversations(bob, time - 1, time).await()).isEmpty();
  }

  @Test
  void aLogIsReadPieceByPieceToItsEnd() {
    talked();
    Reader bob = new Reader(new Nick("bob"), Optional.empty(), true);
    assertThat(store.history().following(1, 2, bob, 4).await().reached()).isEqualTo(6);
    Next last = store.history().following(1, 6, bob, 4).await();
    assertThat(sequences(last.events())).containsExactly(7L, 8L, 9L);
    assertThat(last.reached()).isEqualTo(Long.MAX_VALUE);
    assertThat(store.history().following(2, 0, bob, 4).await())
        .isEqualTo(new Next(List.of(), Long.MAX_VALUE));
  }

  @Test
  void whoTalkedBeforeConversationsWereNotedIsFoundToo() throws Exception {
    log.append(new Append("alice bob", 7, Optional.empty(), List.of(Events.told(7, 1)))).await();
    log.append(new Append("alice ~bob", 8, Optional.empty(), List.of(Events.told(8, 1)))).await();
    log.append(new Append("bob bob", 9, Optional.empty(), List.of(Events.told(9, 1)))).await();
    log.append(new Append("#a", 10, Optional.empty(), List.of(Events.said("#a", 10, 1)))).await();
    long time = Events.told(7, 1).stamp().time();
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("DELETE FROM conversation");
      for (String each : migration("V10__conversations").split(";")) {
        if (each.contains("INSERT")) {
          statement.executeUpdate(each);
        }
      }
    }
    assertThat(store.history().conversations(new AccountName("alice"), 0, time + 1).await())
        .containsExactly(new Talk("bob", 7, 1, time));
    assertThat(store.history().conversations(new AccountName("bob"), 0, time + 1).await())
        .containsExactlyInAnyOrder(new Talk("alice", 7, 1, time), new Talk("bob", 9, 1, time));
  }

  private static String migration(String name) throws IOException {
    String path = "migration/" + name + ".sql";
    try (InputStream in = Store.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(in, path).readAllBytes(), UTF_8);
    }
  }

  private List<Long> read(Optional<Role> rank) {
    return store.history().messages("#a", Long.MAX_VALUE, 10, rank).await().stream()
        .map(event -> event.stamp().seq())
        .toList();
  }
}
