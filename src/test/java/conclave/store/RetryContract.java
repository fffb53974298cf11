package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conclave.name.RoomName;
import conclave.room.Event;
import conclave.room.Origin;
import conclave.room.RetryKey;
import conclave.room.SayKind;
import conclave.room.Stamp;
import conclave.shard.RoomLog.Append;
import conclave.shard.RoomLog.Sent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What both stores promise of messages that come again. */
abstract class RetryContract extends CheckupContract {
  private static final long NOW = 1_800_000_000_000L;
  private static final RetryKey KEY = key("0b7e-first");

  private static RetryKey key(String id) {
    return new RetryKey("alice", id, true);
  }

  private static Event said(long time, long place, long seq, RetryKey key) {
    Origin origin = new Origin("c-" + place, seq).knownBy(key);
    return new Event.Said(
        new Stamp(place, seq, time, origin),
        new RoomName("#a"),
        Events.ALICE,
        SayKind.PRIVMSG,
        "message " + seq);
  }

  private static Append append(String room, long place, Event... events) {
    return new Append(room, place, Optional.empty(), List.of(events));
  }

  private Optional<Long> sequenceOf(long place, RetryKey key) {
    return log.sent(Set.of(place), key)
        .await()
        .flatMap(Sent::event)
        .map(Event::stamp)
        .filter(stamp -> stamp.place() == place)
        .map(Stamp::seq);
  }

  private List<String> column(String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  @Test
  void aLogSaysWhatItHasAfterASequenceAndWhoHasCausedIt() {
    log.append(Events.append("#a", 1, 1, 2, 3)).await();
    assertThat(log.after(1, 1).await()).isEqualTo(Events.append("#a", 1, 2, 3).events());
    assertThat(log.after(1, 3).await()).isEmpty();
    assertThat(log.after(2, 0).await()).isEmpty();
  }

  @Test
  void whatWasSentIsFoundByItsKeyAlsoAfterARestart() {
    log.append(append("#a", 1, said(NOW, 1, 1, key("other")), said(NOW, 1, 2, KEY))).await();
    assertThat(sequenceOf(1, KEY)).contains(2L);
    store.close().await();
    openAgain();
    Event found = log.sent(Set.of(1L), KEY).await().flatMap(Sent::event).orElseThrow();
    assertThat(found)
        .isEqualTo(
            new Event.Said(
                new Stamp(1, 2, NOW, new Origin("c-1", 2)),
                new RoomName("#a"),
                Events.ALICE,
                SayKind.PRIVMSG,
                "message 2"));
  }

  @Test
  void theSameIdOfAnotherAccountOrInAnotherPlaceIsAnother() {
    log.append(append("#a", 1, said(NOW, 1, 1, KEY))).await();
    assertThat(log.sent(Set.of(1L), new RetryKey("bob", KEY.id(), true)).await()).isEmpty();
    assertThat(log.sent(Set.of(2L), KEY).await()).isEmpty();
    log.append(append("#b", 2, said(NOW, 2, 1, KEY))).await();
    log.append(append("#a", 1, said(NOW, 1, 2, new RetryKey("bob", KEY.id(), true)))).await();
    assertThat(sequenceOf(1, KEY)).contains(1L);
    assertThat(sequenceOf(2, KEY)).contains(1L);
    assertThat(sequenceOf(1, new RetryKey("bob", KEY.id(), true))).contains(2L);
  }

  @Test
  void nothingIsStoredTwiceUnderOneKeyAndTheNeighboursAreStored() throws Exception {
    log.append(append("#a", 1, said(NOW, 1, 1, KEY))).await();
    Future<Void> again;
    Future<Void> neighbour;
    try (Connection held = holdWriters()) {
      again = log.append(append("#a", 1, said(NOW, 1, 2, key("new")), said(NOW, 1, 3, KEY)));
      neighbour = log.append(append("#b", 2, said(NOW, 2, 1, KEY)));
      held.rollback();
    }
    neighbour.await();
    assertThatThrownBy(again::await).isInstanceOf(StoreUnavailable.class);
    assertThat(log.sent(Set.of(1L), key("new")).await()).isEmpty();
    assertThat(column("SELECT seq FROM event WHERE place = 1")).containsExactly("1");
  }

  @Test
  void theKeysOfGuestsAreNotKept() throws Exception {
    RetryKey guest = new RetryKey("c-1", "0b7e", false);
    log.append(append("#a", 1, said(NOW, 1, 1, guest), said(NOW, 1, 2, guest))).await();
    assertThat(column("SELECT tag FROM sent")).isEmpty();
  }

  @Test
  void whatWasTakenBackIsStillKnown() {
    log.append(append("#a", 1, said(NOW, 1, 1, KEY))).await();
    log.append(append("#a", 1, Events.takenBack("#a", 1, 2, 1))).await();
    assertThat(log.sent(Set.of(1L), KEY).await()).contains(new Sent(Optional.empty()));
  }

  @Test
  void aRoomKnowsWhatItWasSentUnderEveryName() throws Exception {
    log.append(founded("#a", 1)).await();
    log.append(append("#a", 1, said(NOW + 2, 1, 2, KEY), said(NOW + 3, 1, 3, key("next")))).await();
    sealAsBefore("#a", 1);
    log.append(renamed("#a", "#b", 1, 4)).await();
    assertThat(sequenceOf(1, KEY)).contains(2L);
    store.close().await();
    assertThat(rekey().await().unreadable()).isZero();
    openAgain();
    assertThat(sequenceOf(1, KEY)).contains(2L);
  }

  @Test
  void keysAreForgottenAfterADayAFewMoreThanCome() throws Exception {
    Event[] old = new Event[100];
    for (int i = 0; i < old.length; i++) {
      old[i] = said(NOW + i, 1, i + 1, key("old" + i));
    }
    log.append(append("#a", 1, old)).await();
    log.append(append("#a", 1, said(NOW, 1, 101, KEY))).await();
    assertThat(column("SELECT tag FROM sent")).hasSize(101);
    changeSent("UPDATE sent SET time = seq WHERE seq <= 100");
    log.append(append("#a", 1, said(NOW, 1, 102, key("next")))).await();
    assertThat(column("SELECT tag FROM sent")).hasSize(102 - 12);
    assertThat(log.sent(Set.of(1L), key("old11")).await()).isEmpty();
    assertThat(sequenceOf(1, key("old12"))).contains(13L);
    log.append(Events.append("#a", 1, 103)).await();
    assertThat(column("SELECT tag FROM sent")).hasSize(102 - 12);
  }

  /** The clock was wrong for a while: what was said then keeps its time for good. */
  @Test
  void aRoomWhoseTimeIsAheadTakesNobodysKeys() throws Exception {
    long now = System.currentTimeMillis();
    log.append(append("#a", 1, said(now, 1, 1, KEY))).await();
    long ahead = now + 2 * SqlSent.LASTING;
    log.append(append("#b", 2, said(ahead, 2, 1, key("ahead")))).await();
    assertThat(sequenceOf(1, KEY)).contains(1L);
    assertThat(column("SELECT tag FROM sent WHERE time >= " + ahead)).isEmpty();
  }

  private void changeSent(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void aThiefOfTheDatabaseLearnsNoIds() throws Exception {
    log.append(append("#a", 1, said(NOW, 1, 1, KEY))).await();
    List<String> tags = column("SELECT tag FROM sent");
    assertThat(tags).singleElement().asString().matches("[0-9a-f]{64}").doesNotContain("0b7e");
  }

  @Test
  void manyThatComeAtOnceAreAllAnswered() {
    int many = 5_001;
    List<Event> all = new ArrayList<>();
    for (int seq = 1; seq <= 100; seq++) {
      all.add(said(NOW, 1, seq, key("id" + seq * 50)));
    }
    log.append(append("#a", 1, all.toArray(Event[]::new))).await();
    List<Optional<Sent>> found = askedInOneTurn(many).await();
    for (int i = 0; i < many; i++) {
      boolean isKnown = i > 0 && i % 50 == 0;
      Optional<Long> seq = found.get(i).flatMap(Sent::event).map(event -> event.stamp().seq());
      assertThat(seq).isEqualTo(isKnown ? Optional.of(i / 50L) : Optional.empty());
    }
  }

  @Test
  void moreThanCanWaitAreRefusedAndTheOthersAreAnswered() {
    Future<List<Optional<Sent>>> asked = askedInOneTurn(SentLookup.MAX_WAITING + 1);
    assertThatThrownBy(asked::await).isInstanceOf(StoreBusy.class);
    assertThat(askedInOneTurn(SentLookup.MAX_WAITING).await()).hasSize(SentLookup.MAX_WAITING);
  }

  private Future<List<Optional<Sent>>> askedInOneTurn(int many) {
    Promise<List<Optional<Sent>>> promise = Promise.promise();
    vertx.runOnContext(
        now -> {
          List<Future<Optional<Sent>>> asked = new ArrayList<>();
          for (int i = 0; i < many; i++) {
            asked.add(log.sent(Set.of(1L), key("id" + i)));
          }
          Future.join(asked).<List<Optional<Sent>>>map(all -> all.list()).onComplete(promise);
        });
    return promise.future();
  }

  @Test
  void itIsFoundInWhicheverPlaceItWasSaid() {
    log.append(append("#a", 1, said(NOW, 1, 1, KEY))).await();
    assertThat(log.sent(Set.of(1L, 2L, 3L), KEY).await()).isPresent();
    assertThat(log.sent(Set.of(2L, 3L), KEY).await()).isEmpty();
  }
}
