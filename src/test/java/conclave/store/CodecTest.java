package conclave.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import conclave.name.AccountName;
import conclave.name.Mask;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.ClientTags;
import conclave.room.Event;
import conclave.room.Event.Departed;
import conclave.room.Event.Identified;
import conclave.room.Event.Invited;
import conclave.room.Event.Joined;
import conclave.room.Event.Kicked;
import conclave.room.Event.ModesChanged;
import conclave.room.Event.Parted;
import conclave.room.Event.Renamed;
import conclave.room.Event.Said;
import conclave.room.Event.Told;
import conclave.room.Event.TopicChanged;
import conclave.room.ListEntry;
import conclave.room.Mode;
import conclave.room.ModeChange;
import conclave.room.Modes;
import conclave.room.Origin;
import conclave.room.Role;
import conclave.room.RoomState;
import conclave.room.SayKind;
import conclave.room.Stamp;
import conclave.room.Topic;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CodecTest {
  private static final RoomName ROOM = new RoomName("#Café-☕");
  private static final Stamp STAMP =
      new Stamp(Long.MAX_VALUE, 3, 1_800_000_000_000L, new Origin("c1-ab", Long.MAX_VALUE));
  private static final ClientTags TAGS =
      new ClientTags(Map.of("+draft/reply", "a; \\b", "+typing", ""));
  private static final Source GUEST =
      new Source(new Nick("guest"), "~g", "a.cloak", Optional.empty());
  private static final Source BOB =
      new Source(new Nick("b[o]b"), "", "", Optional.of(new AccountName("Bob")));

  private static Stream<Event> events() {
    return Stream.concat(eventsForAll(), eventsForSome());
  }

  private static Stream<Event> eventsForSome() {
    return Stream.of(
        new Joined(STAMP, ROOM, GUEST, "", Set.of(), Optional.of(Role.HALFOP)),
        new Parted(STAMP, ROOM, BOB, Optional.empty(), Optional.of(Role.HALFOP)),
        new Departed(STAMP, ROOM, BOB, "", Optional.of(Role.HALFOP)),
        new Kicked(STAMP, ROOM, BOB, new Nick("guest"), "", Optional.of(Role.HALFOP)),
        new Invited(STAMP, ROOM, BOB, new Nick("guest"), Optional.of(Role.HALFOP)),
        new Renamed(STAMP, ROOM, BOB, new Nick("Robert"), Optional.of(Role.HALFOP)),
        new ModesChanged(
            STAMP,
            ROOM,
            BOB,
            List.of(new ModeChange(true, Mode.BAN, Optional.of("x"))),
            Optional.of(Role.HALFOP)));
  }

  private static Stream<Event> eventsForAll() {
    return Stream.of(
        new Joined(STAMP, ROOM, BOB, "Bob ☕ 𝄞", EnumSet.allOf(Role.class)),
        new Joined(STAMP, ROOM, GUEST, "", Set.of()),
        new Parted(STAMP, ROOM, BOB, Optional.of("bye")),
        new Parted(STAMP, ROOM, GUEST, Optional.empty()),
        new Departed(STAMP, ROOM, BOB, "Ping timeout"),
        new Said(STAMP, ROOM, GUEST, SayKind.PRIVMSG, "x".repeat(20_000)),
        new Said(STAMP, ROOM, GUEST, SayKind.NOTICE, "\u0000\u0001ACTION\u0001"),
        new Said(STAMP, ROOM, GUEST, SayKind.PRIVMSG, "tagged", TAGS, Optional.empty()),
        new Told(STAMP, BOB, new Nick("guest"), SayKind.NOTICE, "tagged", TAGS),
        new Said(STAMP, ROOM, BOB, SayKind.PRIVMSG, "a \rb\n\nc", TAGS, Optional.empty()),
        new TopicChanged(STAMP, ROOM, BOB, ""),
        new ModesChanged(
            STAMP,
            ROOM,
            BOB,
            Stream.of(Mode.values())
                .map(
                    mode ->
                        new ModeChange(
                            Character.isLowerCase(mode.letter()), mode, Optional.of("arg")))
                .toList()),
        new ModesChanged(
            STAMP, ROOM, BOB, List.of(new ModeChange(false, Mode.KEY, Optional.empty()))),
        new Kicked(STAMP, ROOM, BOB, new Nick("guest"), "no"),
        new Invited(STAMP, ROOM, BOB, new Nick("guest")),
        new Event.Described(STAMP, ROOM, BOB, "Robert ☕", Optional.of(Role.HALFOP)),
        new Event.TakenBack(STAMP, ROOM, BOB, 2, "sorry", Optional.of(Role.HALFOP)),
        new Event.RoomRenamed(STAMP, ROOM, BOB, new RoomName("#Hall☕"), "typo"),
        new Identified(STAMP, ROOM, GUEST, BOB, Optional.of(Role.HALFOP)),
        new Identified(STAMP, ROOM, GUEST.asBot(true), BOB.asBot(true), Optional.empty()),
        new Said(STAMP, ROOM, BOB.asBot(true), SayKind.PRIVMSG, "beep"),
        new Said(
            STAMP, ROOM, BOB.asBot(true), SayKind.PRIVMSG, "beep", TAGS, Optional.of(Role.VOICE)),
        new Renamed(STAMP, ROOM, BOB, new Nick("Robert")),
        new Told(
            new Stamp(1, 1, 1, Origin.SERVER), BOB, new Nick("guest"), SayKind.PRIVMSG, "psst"));
  }

  private static Stream<Event> saidToSome() {
    Stream<Event> tags =
        Stream.of(
            new Said(STAMP, ROOM, GUEST, SayKind.TAGMSG, "", TAGS, Optional.empty()),
            new Told(STAMP, BOB, new Nick("guest"), SayKind.TAGMSG, "", TAGS));
    return Stream.concat(tags, saidToRoles());
  }

  private static Stream<Event> saidToRoles() {
    return Stream.of(Role.values())
        .map(role -> new Said(STAMP, ROOM, BOB, SayKind.NOTICE, "psst", TAGS, Optional.of(role)));
  }

  private static Event throughTheStore(Event event) {
    EventCodec.Encoded row = EventCodec.encode(event);
    Stamp stamp = event.stamp();
    Stamp columns = new Stamp(stamp.place(), stamp.seq(), stamp.time(), Origin.SERVER);
    return EventCodec.decode(columns, EventKind.of(row.kind().code()), row.body());
  }

  @Test
  void everyEventIsReadAsItWasWritten() {
    assertThat(events().map(CodecTest::throughTheStore))
        .containsExactlyElementsOf(events().toList());
    assertThat(saidToSome().map(CodecTest::throughTheStore))
        .containsExactlyElementsOf(saidToSome().toList());
  }

  @Test
  void everyKindOfEventIsTried() {
    Set<EventKind> tried = new HashSet<>();
    Set<Class<?>> types = new HashSet<>();
    Stream.concat(events(), saidToSome())
        .forEach(
            event -> {
              tried.add(EventCodec.encode(event).kind());
              types.add(event.getClass());
            });
    assertThat(tried).containsExactlyInAnyOrder(EventKind.values());
    assertThat(Event.class.getPermittedSubclasses()).hasSize(2);
    assertThat(types).hasSize(Event.InRoom.class.getPermittedSubclasses().length + 1);
  }

  @Property(tries = 300)
  void anyTextSurvives(@ForAll String text) {
    String whole = new String(text.getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16);
    Event said = new Said(STAMP, ROOM, GUEST, SayKind.PRIVMSG, whole);
    assertThat(throughTheStore(said)).isEqualTo(said);
  }

  @Test
  void halfACharacterIsReplacedAndHurtsNobody() {
    Event cut = new TopicChanged(STAMP, ROOM, BOB, "tea \uD834");
    assertThat(throughTheStore(cut)).isEqualTo(new TopicChanged(STAMP, ROOM, BOB, "tea \uFFFD"));
  }

  @Test
  void aRoomsStateIsReadAsItWasWritten() {
    RoomState state =
        new RoomState(
            ROOM,
            12,
            Optional.of(new Topic("tea", "b!o@b", 13)),
            new Modes(
                Set.of(Mode.SECRET, Mode.AUDITORIUM, Mode.NO_CTCP),
                Optional.of("sesame"),
                42,
                Optional.of(new RoomName("#hall"))),
            List.of(new ListEntry(Mode.BAN, Mask.of("*@bad"), "bob", 14)),
            Map.of("bob", Set.of(Role.FOUNDER, Role.VOICE), "eve", Set.of(Role.HALFOP)));
    assertThat(StateCodec.decode(StateCodec.encode(state))).isEqualTo(state);
    RoomState fresh = RoomState.fresh(ROOM, 1, Modes.INITIAL);
    assertThat(StateCodec.decode(StateCodec.encode(fresh))).isEqualTo(fresh);
  }

  /** Bytes that the first release wrote, in which rooms had no forward and events no audience. */
  @Test
  void whatTheFirstReleaseWroteIsRead() {
    byte[] state =
        new FieldWriter()
            .number(1)
            .text("#den")
            .number(12)
            .number(0)
            .text("nt")
            .optional(Optional.of("sesame"))
            .number(5)
            .number(0)
            .number(0)
            .bytes();
    Modes modes = new Modes(Set.of(Mode.NO_EXTERNAL, Mode.TOPIC_LOCKED), Optional.of("sesame"), 5);
    assertThat(StateCodec.decode(state))
        .isEqualTo(
            new RoomState(new RoomName("#den"), 12, Optional.empty(), modes, List.of(), Map.of()));
    FieldWriter parted =
        new FieldWriter().number(1).text("c1-ab").number(Long.MAX_VALUE).text("guest").text("~g");
    parted.text("a.cloak").optional(Optional.empty()).text(ROOM.text()).optional(Optional.empty());
    assertThat(EventCodec.decode(STAMP, EventKind.PARTED, parted.bytes()))
        .isEqualTo(new Parted(STAMP, ROOM, GUEST, Optional.empty()));
  }

  @Test
  void aMessageOfARowWithoutTagsHasNone() {
    byte[] old =
        new FieldWriter()
            .number(1)
            .text("c1")
            .number(7)
            .text("guest")
            .text("~g")
            .text("a.cloak")
            .optional(Optional.empty())
            .text(ROOM.text())
            .number(0)
            .text("old")
            .bytes();
    Event said = EventCodec.decode(STAMP, EventKind.SAID, old);
    assertThat(said)
        .isEqualTo(
            new Said(
                new Stamp(STAMP.place(), STAMP.seq(), STAMP.time(), new Origin("c1", 7)),
                ROOM,
                GUEST,
                SayKind.PRIVMSG,
                "old"));
    assertThat(EventCodec.encode(said).body()).isEqualTo(old);
  }

  @Test
  void aRowOfALaterReleaseIsRefused() {
    byte[] muchLater = new FieldWriter().number(3).bytes();
    assertThatThrownBy(() -> StateCodec.decode(muchLater)).hasMessageContaining("version 3");
    byte[] laterStill = new FieldWriter().number(5).bytes();
    assertThatThrownBy(() -> EventCodec.decode(STAMP, EventKind.SAID, laterStill))
        .hasMessageContaining("version 5");
    assertThatThrownBy(() -> EventKind.of(99)).hasMessageContaining("kind 99");
  }

  @Test
  void aShortMessageIsAShortRow() {
    EventCodec.Encoded row = EventCodec.encode(Events.said("#lobby", 1, 1));
    assertThat(row.body().length).isLessThan(60);
  }
}
