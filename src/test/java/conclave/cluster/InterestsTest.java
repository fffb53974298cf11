package conclave.cluster;

import static conclave.room.Mothers.NOW;
import static conclave.room.Mothers.user;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.bus.Addresses;
import conclave.bus.Batch;
import conclave.bus.BusCodec;
import conclave.bus.Heads;
import conclave.bus.Interest;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.room.Event;
import conclave.room.Event.Said;
import conclave.room.Event.Told;
import conclave.room.Origin;
import conclave.room.SayKind;
import conclave.room.Stamp;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InterestsTest {
  private static final List<String> THREE = List.of("a", "b", "c");

  private final Vertx vertx = Vertx.vertx();
  private final Views views = new Views("a");
  private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong now = new AtomicLong();
  private final Feed feed = new Feed(vertx, "a", new StoredEvents(), now::get);
  private boolean isHeard = true;
  private final Interests interests =
      new Interests(
          vertx,
          views,
          feed,
          nick -> nick.key().equals("carol") ? Set.of("c") : Set.of(),
          node -> isHeard,
          now::get);

  @BeforeEach
  void listen() {
    BusCodec.register(vertx.eventBus());
    views.see(View.of("a", THREE, THREE));
    for (String node : List.of("b", "c")) {
      vertx
          .eventBus()
          .<Batch>localConsumer(
              Addresses.feed(node),
              message ->
                  message
                      .body()
                      .deliveries()
                      .forEach(all -> all.events().forEach(event -> note(node, event))));
    }
  }

  private void note(String node, Event event) {
    sent.add(node + " " + event.stamp().seq());
  }

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private static Event said(long seq, String connection) {
    Stamp stamp = new Stamp(7, seq, NOW, new Origin(connection, seq));
    return new Said(stamp, new RoomName("#a"), user("bob"), SayKind.PRIVMSG, "m");
  }

  private static Interest wants(String node) {
    return new Interest(node, List.of("#a"));
  }

  private void wereSent(String... all) {
    Awaitility.await()
        .untilAsserted(() -> assertThat(List.copyOf(sent)).containsExactlyInAnyOrder(all));
  }

  @Test
  void aNodeThatWantsARoomIsSentWhatHappensThere() {
    interests.heard(wants("b"));
    interests.show(List.of(said(1, "x"), said(2, "x")));
    wereSent("b 1", "b 2");
    interests.asked("#a", "c");
    interests.show(List.of(said(3, "x")));
    wereSent("b 1", "b 2", "b 3", "c 3");
  }

  @Test
  void aNodeThatSaysNoMoreThatItWantsARoomIsForgotten() {
    interests.heard(wants("b"));
    now.addAndGet(TimeUnit.SECONDS.toNanos(40));
    interests.asked("#a", "c");
    now.addAndGet(TimeUnit.SECONDS.toNanos(40));
    interests.forgetOld();
    interests.show(List.of(said(1, "x")));
    wereSent("c 1");
  }

  @Test
  void aNodeThatIsNotSeenYetIsToldHowFarItsRoomsHaveComeWhenItIs() {
    views.see(View.of("a", List.of("a"), List.of("a")));
    interests.asked("#a", "b");
    interests.show(List.of(said(3, "b-1"), said(4, "x")));
    assertThat(interests.heads("b", 0, false).heads())
        .containsExactly(new Heads.Head(7, "#a", 2, 4));
    wereSent();
  }

  @Test
  void whoWantsARoomIsKnownToWhoeverTakesItOver() {
    interests.heard(wants("b"));
    assertThat(interests.wanting("#a")).containsExactlyInAnyOrder("a", "b");
    assertThat(interests.wanting("#b")).containsExactly("a");
  }

  @Test
  void whoSaysSomethingFromOutsideIsSentItsEcho() {
    interests.show(List.of(said(1, "c-4")));
    wereSent("c 1");
  }

  @Test
  void aDirectMessageGoesWhereTheTwoAre() {
    Stamp stamp = new Stamp(8, 1, NOW, new Origin("a-1", 1));
    interests.show(List.of(new Told(stamp, user("bob"), new Nick("carol"), SayKind.PRIVMSG, "x")));
    wereSent("c 1");
  }

  @Test
  void howFarARoomHasComeIsToldToWhoWantsIt() {
    interests.heard(wants("b"));
    interests.show(List.of(said(4, "x"), said(5, "x")));
    interests.show(List.of(said(6, "x")));
    assertThat(interests.heads("b", 9, false))
        .isEqualTo(new Heads("a", 9, List.of(new Heads.Head(7, "#a", 3, 6)), false));
    assertThat(interests.heads("c", 9, false).heads()).isEmpty();
  }

  @Test
  void fromWhomNothingIsHeardIsSentNothingAndToldAllTheSame() {
    isHeard = false;
    interests.heard(wants("b"));
    interests.show(List.of(said(4, "x")));
    assertThat(interests.heads("b", 0, false).heads()).hasSize(1);
    isHeard = true;
    interests.show(List.of(said(5, "x")));
    wereSent("b 5");
  }

  @Test
  void whoHasGoneWantsNothing() {
    interests.heard(wants("b"));
    views.see(View.of("a", List.of("a", "c"), List.of("a", "c")));
    views.see(View.of("a", THREE, THREE));
    interests.show(List.of(said(1, "c-1")));
    wereSent("c 1");
  }
}
