package conclave.cli.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.client.Event;
import conclave.client.Event.Manner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoomsTest {
  private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
  private final Rooms rooms = new Rooms();
  private int said;

  @BeforeEach
  void comeIn() {
    rooms.note(new Event.Connected("alice", true));
    join("alice", "#lobby");
    join("alice", "#ops");
  }

  @Test
  void theFirstRoomIsInFrontAndOthersCountWhatIsUnread() {
    assertThat(say("bob", "#lobby", "hi").isInFront()).isTrue();
    assertThat(say("bob", "#ops", "deploying").isInFront()).isFalse();
    assertThat(say("bob", "#OPS", "Alice: is that fine?").calls()).isTrue();

    assertThat(rooms.all())
        .containsExactly(new Tab(1, "#lobby", 0, 0, true), new Tab(2, "#ops", 2, 1, false));
  }

  @Test
  void whoComesToARoomSeesWhatIsNewAfterTheLastOfTheOld() {
    rooms.go("ops");
    say("bob", "#ops", "seen");
    rooms.go("1");
    say("bob", "#ops", "unseen");
    rooms.go("2");

    Page page = rooms.open().orElseThrow();

    assertThat(texts(page.seen())).endsWith("seen");
    assertThat(texts(page.fresh())).containsExactly("unseen");
    assertThat(rooms.all().get(1)).isEqualTo(new Tab(2, "#ops", 0, 0, true));
  }

  @Test
  void whatOneSaysOneselfIsNotUnread() {
    rooms.note(said("alice", "#ops", "from my other device", true, false));

    assertThat(rooms.all().get(1).unread()).isZero();
  }

  @Test
  void theHistoryOfARoomIsUnreadOnlyForWhoWasThereBefore() {
    rooms.note(said("bob", "#ops", "long ago", false, true));
    assertThat(rooms.all().get(1).unread()).isZero();

    join("alice", "#ops");
    rooms.note(said("bob", "#ops", "while you were away", false, true));
    assertThat(rooms.all().get(1).unread()).isEqualTo(1);
  }

  @Test
  void tabGoesWhereOneIsSpokenToFirst() {
    join("alice", "#zoo");
    say("bob", "#ops", "hm");
    say("bob", "#zoo", "hello ALICE");

    assertThat(rooms.goToUnread()).isTrue();
    assertThat(rooms.current()).hasValue("#zoo");
    rooms.open();
    assertThat(rooms.goToUnread()).isTrue();
    assertThat(rooms.current()).hasValue("#ops");
    rooms.open();
    assertThat(rooms.goToUnread()).isFalse();
  }

  @Test
  void aConversationIsARoomOfItsOwn() {
    say("bob", "alice", "psst");
    assertThat(rooms.all().get(2)).isEqualTo(new Tab(3, "bob", 1, 1, false));

    assertThat(rooms.go("bob")).isTrue();
    assertThat(rooms.isConversation()).isTrue();
    rooms.note(new Event.NickChanged(NOW, "bob", "rob", false));
    assertThat(rooms.current()).hasValue("rob");
    assertThat(rooms.endConversation("rob")).isTrue();
    assertThat(rooms.current()).hasValue("#ops");
    assertThat(rooms.endConversation("#ops")).isFalse();
  }

  @Test
  void strangersOpenNoMoreConversationsThanFit() {
    IntStream.range(0, Rooms.MAX_CONVERSATIONS + 50).forEach(i -> say("n" + i, "alice", "hi"));

    assertThat(rooms.all()).hasSize(Rooms.MAX_CONVERSATIONS + 2);
    assertThat(rooms.go("n0")).isFalse();
    assertThat(rooms.go("n149")).isTrue();
  }

  @Test
  void aRoomKeepsTheEndAndSaysWhatIsMissing() {
    IntStream.range(0, Room.KEPT + 30).forEach(i -> say("bob", "#ops", "n" + i));
    rooms.go("2");

    Page page = rooms.open().orElseThrow();

    assertThat(page.fresh()).hasSize(Room.KEPT);
    assertThat(page.missing()).isEqualTo(30);
  }

  @Test
  void aRoomThatIsLeftGivesWayToItsNeighbour() {
    rooms.note(new Event.Parted(NOW, "alice", "#lobby", "", true));

    assertThat(rooms.current()).hasValue("#ops");
    rooms.note(new Event.Kicked(NOW, "bob", "#ops", "alice", "", true));
    assertThat(rooms.current()).isEmpty();
    assertThat(rooms.open()).isEmpty();
  }

  @Test
  void whoSpokeLastIsTheFirstToBeNamed() {
    rooms.note(new Event.Names("#lobby", List.of("~@carol", "+bob", "alice", "dave")));
    say("dave", "#lobby", "hi");
    say("bob", "#lobby", "hi");

    assertThat(rooms.nicks()).containsExactly("bob", "dave", "carol", "alice");
    assertThat(rooms.members()).isEqualTo(4);
    Placing quit = rooms.note(new Event.Quit(NOW, "bob", ""));
    assertThat(quit.rooms()).containsExactly("#lobby");
    assertThat(rooms.nicks()).containsExactly("dave", "carol", "alice");
  }

  @Test
  void goingRoundComesBack() {
    rooms.step(1);
    assertThat(rooms.current()).hasValue("#ops");
    rooms.step(1);
    assertThat(rooms.current()).hasValue("#lobby");
    rooms.step(-1);
    assertThat(rooms.current()).hasValue("#ops");
  }

  @Test
  void theOldestMessageMovesBackWithThePast() {
    say("bob", "#lobby", "hi");
    assertThat(rooms.oldest("#lobby")).hasValue("id1");

    Event.Said before =
        new Event.Said(NOW, "bob", "#lobby", "before", Manner.MESSAGE, false, true, 0, "id0");
    rooms.note(new Event.Past("#lobby", List.of(before), false));
    assertThat(rooms.oldest("#lobby")).isEqualTo(Optional.of("id0"));
  }

  @Test
  void aRoomWithAnotherNameStaysTheSame() {
    rooms.note(new Event.RoomRenamed(NOW, "bob", "#lobby", "#hall", ""));

    assertThat(rooms.current()).hasValue("#hall");
    assertThat(say("bob", "#hall", "hi").isInFront()).isTrue();
  }

  private void join(String who, String room) {
    rooms.note(new Event.Joined(NOW, who, room, who.equals("alice")));
  }

  private Placing say(String who, String target, String text) {
    return rooms.note(said(who, target, text, false, false));
  }

  private Event.Said said(String who, String target, String text, boolean own, boolean replayed) {
    String id = "id" + ++said;
    return new Event.Said(NOW, who, target, text, Manner.MESSAGE, own, replayed, 0, id);
  }

  private static List<String> texts(List<Event> events) {
    return events.stream()
        .filter(Event.Said.class::isInstance)
        .map(event -> ((Event.Said) event).text())
        .toList();
  }
}
