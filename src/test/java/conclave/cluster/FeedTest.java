package conclave.cluster;

import static conclave.room.Mothers.NOW;
import static conclave.room.Mothers.user;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.bus.Addresses;
import conclave.bus.Batch;
import conclave.bus.BusCodec;
import conclave.bus.Delivery;
import conclave.bus.Heads;
import conclave.name.RoomName;
import conclave.room.Event;
import conclave.room.Event.RoomRenamed;
import conclave.room.Event.Said;
import conclave.room.Modes;
import conclave.room.Origin;
import conclave.room.RoomView;
import conclave.room.SayKind;
import conclave.room.Stamp;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedTest {
  private static final long LOG = 7;

  private final Vertx vertx = Vertx.vertx();
  private final StoredEvents stored = new StoredEvents();
  private final AtomicLong now = new AtomicLong();
  private final List<Event> shown = Collections.synchronizedList(new ArrayList<>());
  private final Feed feed = new Feed(vertx, "a", stored, now::get);

  @BeforeEach
  void listen() {
    BusCodec.register(vertx.eventBus());
    vertx
        .eventBus()
        .<Delivery>localConsumer(
            Addresses.node("a"), message -> shown.addAll(message.body().events()));
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private static Event said(long seq) {
    Stamp stamp = new Stamp(LOG, seq, NOW, new Origin("b-1", seq));
    return new Said(stamp, new RoomName("#a"), user("bob"), SayKind.PRIVMSG, "m" + seq);
  }

  private static Event typing() {
    Stamp stamp = new Stamp(LOG, 0, NOW, new Origin("b-1", 99));
    return new Said(stamp, new RoomName("#a"), user("bob"), SayKind.TAGMSG, "");
  }

  private void heard(Event... events) {
    feed.heard(new Batch(List.of(new Delivery(List.of(events)))));
  }

  private void shows(Long... seqs) {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(List.copyOf(shown))
                    .extracting(event -> event.stamp().seq())
                    .containsExactly(seqs));
  }

  @Test
  void whatComesInOrderIsShownAtOnce() {
    heard(said(4), said(5));
    heard(said(6), typing());
    shows(4L, 5L, 6L, 0L);
    assertThat(stored.reads()).isZero();
  }

  @Test
  void whatIsLostOfARoomThatSomebodyWasShownIsReadFromTheLog() {
    feed.follow(
        new RoomView(
            new RoomName("#a"), LOG, 4, NOW, Optional.empty(), Modes.of(""), List.of(), List.of()));
    stored.add(said(5));
    heard(said(6));
    shows(5L, 6L);
    assertThat(feed.followed("#a"::equals)).containsExactly(LOG);
  }

  @Test
  void whatComesTwiceIsShownOnce() {
    heard(said(4), said(5));
    heard(said(4), said(5), said(6));
    shows(4L, 5L, 6L);
  }

  @Test
  void whatTheBusLostIsReadFromTheLogBeforeWhatComesAfterIt() {
    stored.add(said(5), said(6));
    stored.hold();
    heard(said(4));
    heard(said(7));
    heard(typing());
    heard(said(8));
    shows(4L);
    stored.release();
    shows(4L, 5L, 6L, 7L, 0L, 8L);
  }

  @Test
  void theLastThatTheBusLostIsFoundByTheHeads() {
    heard(said(4));
    stored.add(said(5));
    feed.heard(new Heads("b", 0, List.of(new Heads.Head(LOG, "#a", 3, 5)), false));
    shows(4L, 5L);
  }

  @Test
  void aPlaceOfWhichNothingWasHeardIsReadFromWhereItWasBefore() {
    stored.add(said(4), said(5));
    feed.heard(new Heads("b", 0, List.of(new Heads.Head(LOG, "#a", 4, 5)), false));
    shows(5L);
  }

  @Test
  void aRoomThatNobodyIsInIsForgottenWhenNothingHappensThere() {
    heard(said(4));
    now.addAndGet(TimeUnit.SECONDS.toNanos(21));
    feed.forget(key -> !key.equals("#a"));
    assertThat(feed.followed(key -> true)).containsExactly(LOG);
    feed.forget(key -> key.equals("#a"));
    assertThat(feed.followed(key -> true)).isEmpty();
  }

  @Test
  void aRoomIsFollowedUnderTheNameThatItHasNow() {
    Stamp stamp = new Stamp(LOG, 5, NOW, new Origin("b-1", 5));
    heard(said(4));
    heard(new RoomRenamed(stamp, new RoomName("#a"), user("bob"), new RoomName("#b"), ""));
    assertThat(feed.followed(key -> key.equals("#b"))).containsExactly(LOG);
  }

  @Test
  void whoHasJustComeInAndIsNotKnownToBeInMissesNothing() {
    heard(said(4));
    now.addAndGet(TimeUnit.SECONDS.toNanos(60));
    heard(said(5));
    feed.forget(key -> true);
    stored.add(said(6));
    heard(said(7));
    shows(4L, 5L, 6L, 7L);
  }

  @Test
  void whatTheStoreHasIsShownWithoutTheBus() {
    heard(said(4));
    stored.add(said(5), said(6));
    feed.stored(Map.of(LOG, 6L));
    shows(4L, 5L, 6L);
  }

  @Test
  void sequencesThatNoLogHasAreNotWaitedFor() {
    heard(said(4));
    heard(said(10_004));
    shows(4L, 10_004L);
    heard(said(10_005));
    shows(4L, 10_004L, 10_005L);
  }

  /** A room that keeps nothing, where somebody changes a mode. */
  @Test
  void whatNoLogHasIsShownAmongWhatItHas() {
    heard(said(3));
    stored.add(said(5));
    stored.hold();
    feed.stored(Map.of(LOG, 5L));
    heard(said(4), said(5));
    heard(said(6));
    stored.release();
    shows(3L, 4L, 5L, 6L);
  }

  @Test
  void whatNoLogHasAndComesWhileTheLogIsReadIsShown() {
    heard(said(3));
    stored.hold();
    feed.heard(new Heads("b", 0, List.of(new Heads.Head(LOG, "#a", 2, 5)), false));
    heard(said(4), said(5));
    stored.release();
    shows(3L, 4L, 5L);
  }

  @Test
  void aStoreThatIsAwayIsAskedAgain() {
    stored.fail();
    heard(said(4));
    heard(said(6));
    stored.add(said(5));
    shows(4L);
    stored.comeBack();
    shows(4L, 5L, 6L);
  }

  @Test
  void aFloodWhileTheLogIsReadIsBoundedAndWhole() {
    stored.hold();
    heard(said(1));
    for (long seq = 3; seq < 3_003; seq++) {
      heard(said(seq));
    }
    LongStream.rangeClosed(2, 3_002).forEach(seq -> stored.add(said(seq)));
    stored.release();
    shows(LongStream.rangeClosed(1, 3_002).boxed().toArray(Long[]::new));
  }
}
