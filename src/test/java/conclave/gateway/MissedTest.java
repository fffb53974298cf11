package conclave.gateway;

import static conclave.room.Mothers.LOBBY;
import static conclave.room.Mothers.user;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.command.Reply;
import conclave.handler.Bookmarks.Reached;
import conclave.handler.History.Talk;
import conclave.name.AccountName;
import conclave.room.ClientTags;
import conclave.room.Event;
import conclave.room.Origin;
import conclave.room.SayKind;
import conclave.room.Stamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Where the store fails while the past is read, it is shown late, and whole. */
class MissedTest {
  private static final long LOG = 7;

  private static Stamp stamp(long seq) {
    return new Stamp(LOG, seq, seq * 1_000, Origin.SERVER);
  }

  private static Event said(long seq) {
    return new Event.Said(stamp(seq), LOBBY, user("alice"), SayKind.PRIVMSG, "m" + seq);
  }

  private static Event told(long seq) {
    return new Event.Told(
        stamp(seq), user("alice"), user("bob").nick(), SayKind.PRIVMSG, "m" + seq, ClientTags.NONE);
  }

  private static List<Long> heard(LiveConnection live, String last) {
    return live.hears(":" + last + "\r\n")
        .lines()
        .map(line -> line.replaceFirst(".*?m(\\d+)$", "$1"))
        .filter(text -> text.matches("\\d+"))
        .map(Long::valueOf)
        .toList();
  }

  @Test
  void aRoomGoesOnWhereItsPastCouldNotBeRead() throws Exception {
    List<Event> all =
        List.of(
            said(1),
            said(2),
            new Event.Parted(stamp(3), LOBBY, user("bob"), Optional.empty()),
            said(4),
            said(5));
    FailingPast past = new FailingPast(all, List.of(), 0);
    try (LiveConnection live = new LiveConnection(past).as(user("bob"))) {
      live.on(
          connection -> {
            Audience audience = live.rooms().audience();
            Receiver room =
                new Receiver(connection, audience, new Standing(LOBBY, user("bob").nick()), 0);
            room.self().is(Set.of(), LOG);
            connection.past().progress().begin(Optional.empty(), Map.of());
            connection.past().progress().entered(room);
            room.show(new EncodedEvent(said(5)));
            room.goLive(1, 4);
            assertThat(room.misses(new EncodedEvent(said(5)))).isTrue();
            assertThat(logs(connection)).isEqualTo(Map.of(LOG, 1L));
          });
      past.mend();
      live.on(connection -> connection.tick(0));
      assertThat(heard(live, "m5")).containsExactly(2L, 4L, 5L);
      live.until(connection -> logs(connection).equals(Map.of(LOG, 5L)));
    }
  }

  private static Map<Long, Long> logs(Connection connection) {
    return connection.past().progress().reached(true).orElseThrow().logs();
  }

  /** What one connection is shown of these two that goes on from there. */
  private static List<Long> shownFrom(Reached known) throws Exception {
    List<Event> all = List.of(told(1), told(2));
    FailingPast past =
        new FailingPast(all, List.of(new Talk("alice", LOG, 2, 2_000)), Integer.MAX_VALUE);
    try (LiveConnection live = new LiveConnection(past).as(user("bob"))) {
      live.on(
          connection -> {
            connection.past().progress().begin(Optional.of(known), Map.of());
            connection
                .past()
                .missed()
                .talks(new AccountName("bob"), known)
                .onComplete(done -> connection.reply(new Reply.Note("that is all")));
          });
      return heard(live, "that is all");
    }
  }

  @Test
  void whatIsNewInAConversationIsShownWhateverTheClocksSay() throws Exception {
    long years = 100_000_000_000L;
    assertThat(shownFrom(new Reached(Map.of(LOG, 1L), years))).containsExactly(2L);
    assertThat(shownFrom(new Reached(Map.of(LOG, 2L), 1))).isEmpty();
  }

  @Test
  void whatBeginsAConversationIsShownThoughItsClockIsMinutesBehind() throws Exception {
    assertThat(shownFrom(new Reached(Map.of(), 1_800_000))).containsExactly(1L, 2L);
    assertThat(shownFrom(new Reached(Map.of(), 7_200_000))).isEmpty();
  }

  /** It is shown what it missed of direct messages, and this is said meanwhile. */
  private static void goesOn(Connection connection, Event meanwhile) {
    Past its = connection.past();
    its.talks().hold();
    its.progress().begin(Optional.of(new Reached(Map.of(), 1)), Map.of());
    its.talks().holds(new EncodedEvent(meanwhile));
    its.missed()
        .talks(new AccountName("bob"), new Reached(Map.of(), 1))
        .onComplete(done -> its.talks().goLive(done.succeeded()));
  }

  @Test
  void whatItSaysItselfMeanwhileIsShownOnceAsItsEcho() throws Exception {
    Stamp own = new Stamp(LOG, 2, 2_000, new Origin(LiveConnection.ID, 1));
    Event echo =
        new Event.Told(
            own, user("bob"), user("alice").nick(), SayKind.PRIVMSG, "m2", ClientTags.NONE);
    FailingPast past =
        new FailingPast(List.of(told(1), echo), List.of(new Talk("alice", LOG, 2, 2_000)), 2);
    try (LiveConnection live = new LiveConnection(past).as(user("bob"))) {
      live.on(connection -> goesOn(connection, echo));
      live.hears(":m2\r\n");
      live.says("PING end");
      assertThat(heard(live, "end")).containsExactly(1L, 2L);
    }
  }

  @Test
  void aConversationGoesOnWhereItCouldNotBeRead() throws Exception {
    List<Event> all = LongStream.rangeClosed(1, 300).mapToObj(MissedTest::told).toList();
    Talk talk = new Talk("alice", LOG, 299, stamp(299).time());
    FailingPast past = new FailingPast(all, List.of(talk), 1);
    try (LiveConnection live = new LiveConnection(past).as(user("bob"))) {
      live.on(connection -> goesOn(connection, all.get(299)));
      live.hears("What was missed of alice can't be read right now.");
      live.until(connection -> connection.output().catchUp().oldest() == 2);
      live.on(connection -> assertThat(logs(connection).get(LOG)).isBetween(1L, 298L));
      past.mend();
      live.on(connection -> connection.tick(0));
      assertThat(heard(live, "m300"))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 300).boxed().toList());
    }
  }
}
