package conclave.store;

import static conclave.store.Events.append;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conclave.name.RoomName;
import conclave.room.Event;
import conclave.room.Modes;
import conclave.room.RoomState;
import conclave.room.Topic;
import conclave.shard.RoomLog;
import conclave.shard.RoomLog.Append;
import conclave.shard.RoomLog.Stored;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What both stores promise of logs and history. */
abstract class StoreContract {
  static final int QUEUE = 1_000;

  final Vertx vertx = Vertx.vertx();
  Store store;
  RoomLog log;

  /** Makes an empty place for the store, once for each test. */
  void prepare() {}

  /** Opens the same store again after it was closed. */
  abstract Future<Store> open(int maxQueuedEvents);

  /** To the database, past the store. */
  abstract Connection connect() throws SQLException;

  /** Keeps everybody from writing until it is closed. */
  abstract Connection holdWriters() throws Exception;

  @BeforeEach
  void openTheStore() {
    prepare();
    use(open(QUEUE).await());
  }

  @AfterEach
  void closeTheStore() {
    store.close().await();
    vertx.close().await();
  }

  void openAgain() {
    use(open(QUEUE).await());
  }

  private void use(Store opened) {
    store = opened;
    log = opened.roomLog();
  }

  private static RoomState state(String room, String topic) {
    Optional<Topic> set = Optional.of(new Topic(topic, "alice!al@cloak.example", 5));
    RoomState fresh = RoomState.fresh(new RoomName(room), 17, Modes.INITIAL);
    return new RoomState(fresh.name(), 17, set, fresh.modes(), List.of(), Map.of());
  }

  private List<Long> sequences(String room) {
    return store.history().messages(room, Long.MAX_VALUE, QUEUE * 10).await().stream()
        .map(event -> event.stamp().seq())
        .toList();
  }

  @Test
  void aPlaceThatWasNeverWrittenIsNotThere() {
    assertThat(log.load("#none").await()).isEmpty();
    assertThat(store.history().messages("#none", Long.MAX_VALUE, 10).await()).isEmpty();
  }

  @Test
  void whatWasAppendedIsLoadedAgain() {
    RoomState state = state("#Room", "tea");
    log.append(new Append("#room", 7, Optional.of(state), List.of(Events.said("#Room", 7, 1))))
        .await();
    assertThat(log.load("#room").await()).contains(new Stored(7, Optional.of(state), 1));
  }

  @Test
  void aStateStaysUntilAnAppendBringsAnother() {
    RoomState tea = state("#room", "tea");
    RoomState cake = state("#room", "cake");
    log.append(new Append("#room", 7, Optional.of(tea), List.of())).await();
    log.append(append("#room", 7, 1, 2)).await();
    assertThat(log.load("#room").await()).contains(new Stored(7, Optional.of(tea), 2));
    log.append(new Append("#room", 7, Optional.of(cake), List.of())).await();
    assertThat(log.load("#room").await()).contains(new Stored(7, Optional.of(cake), 2));
  }

  @Test
  void aConversationHasNoState() {
    log.append(new Append("alice bob", 9, Optional.empty(), List.of(Events.told(9, 1)))).await();
    assertThat(log.load("alice bob").await()).contains(new Stored(9, Optional.empty(), 1));
    assertThat(store.history().messages("alice bob", Long.MAX_VALUE, 10).await())
        .containsExactly(Events.told(9, 1));
  }

  @Test
  void appendsOfOnePlaceKeepTheirOrder() {
    List<Future<Void>> appends = new ArrayList<>();
    for (long seq = 1; seq <= 500; seq++) {
      appends.add(log.append(append("#a", 1, seq)));
      appends.add(log.append(append("#b", 2, seq)));
    }
    Future.all(appends).await();
    List<Long> expected = LongStream.rangeClosed(1, 500).boxed().toList();
    assertThat(sequences("#a")).isEqualTo(expected);
    assertThat(sequences("#b")).isEqualTo(expected);
  }

  @Test
  void whatArrivesDuringACommitGoesIntoTheNextOne() throws Exception {
    List<Future<Void>> appends = new ArrayList<>();
    try (Connection held = holdWriters()) {
      for (long place = 1; place <= 100; place++) {
        appends.add(log.append(append("#r" + place, place, 1, 2)));
      }
      assertThat(store.figures().queued()).isEqualTo(200);
      assertThat(store.figures().commits()).isZero();
      held.rollback();
    }
    Future.all(appends).await();
    StoreFigures figures = store.figures();
    assertThat(figures.commits()).isEqualTo(2);
    assertThat(figures.events()).isEqualTo(200);
    assertThat(figures.queued()).isZero();
    assertThat(figures.lastCommitMillis()).isPositive();
  }

  @Test
  void aRepeatedSequenceFailsItsPlaceAlone() throws Exception {
    log.append(append("#bad", 1, 1)).await();
    List<Future<Void>> good = new ArrayList<>();
    Future<Void> repeated;
    Future<Void> after;
    try (Connection held = holdWriters()) {
      good.add(log.append(append("#first", 2, 1)));
      good.add(log.append(append("#good", 3, 1)));
      repeated = log.append(append("#bad", 1, 1));
      good.add(log.append(append("#good", 3, 2)));
      after = log.append(append("#bad", 1, 2));
      good.add(log.append(append("#last", 4, 1)));
      held.rollback();
    }
    Future.all(good).await();
    assertThatThrownBy(repeated::await).isInstanceOf(StoreUnavailable.class);
    assertThatThrownBy(after::await).isInstanceOf(StoreUnavailable.class);
    assertThat(sequences("#bad")).containsExactly(1L);
    assertThat(sequences("#good")).containsExactly(1L, 2L);
    assertThat(sequences("#last")).containsExactly(1L);
  }

  @Test
  void noneOfAnAppendIsKeptIfOneOfItsEventsIsRefused() {
    log.append(append("#a", 1, 1, 2)).await();
    assertThatThrownBy(() -> log.append(append("#a", 1, 4, 3, 2)).await())
        .isInstanceOf(StoreUnavailable.class);
    assertThat(sequences("#a")).containsExactly(1L, 2L);
  }

  @Test
  void aPlaceTakesNothingUntilItsFailureIsTold() {
    log.append(append("#a", 1, 1)).await();
    List<Boolean> kept = new ArrayList<>();
    Promise<Void> done = Promise.promise();
    vertx.runOnContext(
        v -> {
          Future<Void> repeated = log.append(append("#a", 1, 1));
          Future<Void> behind = log.append(append("#a", 1, 2));
          Future.join(repeated, behind)
              .eventually(
                  () -> {
                    kept.add(repeated.succeeded());
                    kept.add(behind.succeeded());
                    return log.append(append("#a", 1, 2)).onSuccess(ok -> kept.add(true));
                  })
              .onComplete(r -> done.complete());
        });
    done.future().await();
    assertThat(kept).containsExactly(false, false, true);
    assertThat(sequences("#a")).containsExactly(1L, 2L);
  }

  @Test
  void aKeyKeepsItsLog() {
    log.append(append("#a", 1, 1)).await();
    assertThatThrownBy(() -> log.append(append("#a", 2, 1)).await())
        .isInstanceOf(StoreUnavailable.class);
    assertThat(log.load("#a").await()).contains(new Stored(1, Optional.empty(), 1));
  }

  @Test
  void anAppendOverTheQueueFailsAtOnce() throws Exception {
    Future<Void> full;
    try (Connection held = holdWriters()) {
      full = log.append(append("#a", 1, LongStream.rangeClosed(1, QUEUE).toArray()));
      Future<Void> over = log.append(append("#b", 2, 1));
      assertThat(over.isComplete()).isTrue();
      assertThat(over.cause()).isInstanceOf(StoreBusy.class);
      held.rollback();
    }
    full.await();
    log.append(append("#b", 2, 1)).await();
    assertThat(store.figures().queued()).isZero();
  }

  @Test
  void resultsComeOnTheCallersContext() {
    Promise<List<Boolean>> same = Promise.promise();
    vertx.runOnContext(
        v -> {
          Context mine = Vertx.currentContext();
          List<Boolean> seen = new ArrayList<>();
          log.append(append("#a", 1, 1))
              .onComplete(r -> seen.add(Vertx.currentContext() == mine))
              .compose(r -> log.append(append("#a", 1, 1)))
              .onComplete(r -> seen.add(Vertx.currentContext() == mine))
              .recover(e -> log.load("#a").mapEmpty())
              .onComplete(r -> seen.add(Vertx.currentContext() == mine))
              .onComplete(r -> same.complete(seen));
        });
    assertThat(same.future().await()).containsExactly(true, true, true);
  }

  @Test
  void historyHasMessagesAloneOldestFirst() {
    List<Event> events = new ArrayList<>();
    for (long seq = 1; seq <= 20; seq++) {
      events.add(seq % 2 == 0 ? Events.said("#a", 1, seq) : Events.joined("#a", 1, seq));
    }
    log.append(new Append("#a", 1, Optional.empty(), events)).await();
    assertThat(sequences("#a")).containsExactly(2L, 4L, 6L, 8L, 10L, 12L, 14L, 16L, 18L, 20L);
    assertThat(store.history().messages("#a", 10, 2).await())
        .containsExactly(events.get(5), events.get(7));
    assertThat(store.history().messages("#a", 10, 0).await()).isEmpty();
  }

  @Test
  void everythingIsThereAfterARestart() {
    RoomState state = state("#a", "tea");
    log.append(new Append("#a", 1, Optional.of(state), List.of(Events.said("#a", 1, 1)))).await();
    store.close().await();
    openAgain();
    assertThat(log.load("#a").await()).contains(new Stored(1, Optional.of(state), 1));
    log.append(append("#a", 1, 2)).await();
    assertThat(sequences("#a")).containsExactly(1L, 2L);
  }

  @Test
  void closingKeepsWhatWasAppendedBeforeAndTakesNoMore() {
    Future<Void> before = log.append(append("#a", 1, 1));
    Future<Void> closed = store.close();
    Future<Void> after = log.append(append("#a", 1, 2));
    assertThatThrownBy(after::await).isInstanceOf(StoreUnavailable.class);
    closed.await();
    assertThat(before.succeeded()).isTrue();
    openAgain();
    assertThat(sequences("#a")).containsExactly(1L);
  }

  @Test
  void aRefusalAmongManyPlacesFailsOneOfThem() throws Exception {
    log.append(append("#r50", 50, 1)).await();
    List<Future<Void>> appends = new ArrayList<>();
    try (Connection held = holdWriters()) {
      for (long place = 1; place <= 100; place++) {
        appends.add(log.append(append("#r" + place, place, 1)));
      }
      held.rollback();
    }
    Future.join(appends).otherwiseEmpty().await();
    assertThat(appends).filteredOn(Future::failed).containsExactly(appends.get(49));
  }

  @Test
  void theStoreIsHealthy() {
    store.health().await();
  }
}
