package conclave.dialect.irc;

import static conclave.room.Mothers.LOBBY;
import static conclave.room.Mothers.guest;
import static conclave.room.Mothers.stamp;
import static conclave.room.Mothers.user;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.command.Capabilities;
import conclave.command.Capability;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.ClientTags;
import conclave.room.Event;
import conclave.room.Mode;
import conclave.room.ModeChange;
import conclave.room.Origin;
import conclave.room.Role;
import conclave.room.SayKind;
import conclave.room.Stamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of event, to clients with every combination of the capabilities that matter to it. */
class IrcVariantsTest {
  private static final IrcRenderer RENDERER = new IrcRenderer();
  private static final Source ALICE = user("alice");
  private static final Nick BOB = new Nick("bob");
  private static final ClientTags REPLY = reply();
  private static final Stamp UNKEPT = new Stamp(7, 0, stamp(3).time(), new Origin("c1", 40));

  private static ClientTags reply() {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("+reply", "7-1");
    tags.put("+example.com/why", "a; b\\");
    tags.put("+empty", "");
    return new ClientTags(tags);
  }

  static Stream<Event> events() {
    return Stream.of(
        new Event.Joined(stamp(3), LOBBY, ALICE, "Alice A.", Set.of(Role.OPERATOR)),
        new Event.Parted(stamp(3), LOBBY, ALICE, Optional.of("tea")),
        new Event.Departed(stamp(3), LOBBY, ALICE, "Quit"),
        new Event.Said(stamp(3), LOBBY, ALICE, SayKind.PRIVMSG, "hi", REPLY, Optional.empty()),
        new Event.Said(UNKEPT, LOBBY, ALICE, SayKind.TAGMSG, "", REPLY, Optional.empty()),
        new Event.Told(stamp(3), ALICE, BOB, SayKind.NOTICE, "hi", REPLY),
        new Event.Told(UNKEPT, ALICE, BOB, SayKind.TAGMSG, "", REPLY),
        new Event.Said(
            stamp(3), LOBBY, ALICE, SayKind.PRIVMSG, "a \rb\n\nc", REPLY, Optional.empty()),
        new Event.Told(stamp(3), ALICE, BOB, SayKind.PRIVMSG, "a\nb", REPLY),
        new Event.TopicChanged(stamp(3), LOBBY, ALICE, "tea"),
        new Event.ModesChanged(
            stamp(3),
            LOBBY,
            ALICE,
            List.of(new ModeChange(true, Mode.MODERATED, Optional.empty()))),
        new Event.Kicked(stamp(3), LOBBY, ALICE, BOB, "out"),
        new Event.Invited(stamp(3), LOBBY, ALICE, BOB),
        new Event.TakenBack(stamp(3), LOBBY, ALICE, 2, "sorry", Optional.empty()),
        new Event.RoomRenamed(stamp(3), LOBBY, ALICE, new RoomName("#hall"), "typo"),
        new Event.Described(stamp(3), LOBBY, ALICE, "Alice B.", Optional.empty()),
        new Event.Identified(stamp(3), LOBBY, guest("gus"), ALICE, Optional.empty()),
        new Event.Renamed(stamp(3), LOBBY, ALICE, BOB));
  }

  private static String render(Event event, Capabilities capabilities) {
    return new String(RENDERER.event(event, capabilities), UTF_8);
  }

  private static List<Capabilities> combinations(Capabilities of) {
    List<Capabilities> all = new ArrayList<>(List.of(Capabilities.NONE));
    for (Capability one : Capability.values()) {
      if (of.has(one)) {
        List.copyOf(all).forEach(some -> all.add(some.with(Set.of(one))));
      }
    }
    return all;
  }

  @Test
  void everyKindOfEventIsTried() {
    int kinds =
        Event.InRoom.class.getPermittedSubclasses().length
            + Event.class.getPermittedSubclasses().length
            - 1;
    assertThat(events().map(Event::getClass).distinct()).hasSize(kinds);
  }

  @ParameterizedTest
  @MethodSource("events")
  void whatDoesNotMatterChangesNoByte(Event event) {
    Capabilities matter = RENDERER.matter(event);
    for (Capabilities some : combinations(matter)) {
      String expected = render(event, some);
      Arrays.stream(Capability.values())
          .filter(other -> !matter.has(other))
          .forEach(
              other -> assertThat(render(event, some.with(Set.of(other)))).isEqualTo(expected));
    }
  }

  @ParameterizedTest
  @MethodSource("events")
  void everyLineHasTheTagsOfItsViewerInTheirOrder(Event event) {
    for (Capabilities some : combinations(RENDERER.matter(event))) {
      String[] lines = render(event, some).split("\r\n");
      for (int i = 0; i < lines.length; i++) {
        if (!lines[i].isEmpty() && !lines[i].contains("batch=m3") && !lines[i].contains("-m3")) {
          assertThat(lines[i]).as("%s to %s", event, some.words()).startsWith(head(event, some, i));
        }
      }
    }
  }

  /** What a line begins with, up to its source. */
  private static String head(Event event, Capabilities capabilities, int line) {
    List<String> tags = new ArrayList<>();
    if (capabilities.has(Capability.SERVER_TIME)) {
      tags.add("time=2027-01-15T08:00:03.000Z");
    }
    if (capabilities.has(Capability.ACCOUNT_TAG) && event.by().account().isPresent()) {
      tags.add("account=alice");
    }
    if (capabilities.has(Capability.SEQUENCE) && line == 0 && event.stamp().isKept()) {
      tags.add("conclave/seq=3");
    }
    if (capabilities.has(Capability.MESSAGE_TAGS) && line == 0) {
      tags.add("msgid=" + (event.stamp().isKept() ? "7-3" : "7-c1-14"));
      if (event instanceof Event.Said || event instanceof Event.Told) {
        tags.add("+reply=7-1;+example.com/why=a\\:\\sb\\\\;+empty");
      }
    }
    return tags.isEmpty() ? ":" : "@" + String.join(";", tags) + " :";
  }

  @Test
  void aMessageOfSeveralLinesIsABatchOrItsLines() {
    Event event = new Event.Said(stamp(3), LOBBY, ALICE, SayKind.PRIVMSG, "a \rb\n\nc");
    String head = ":alice!alice@user/alice PRIVMSG #lobby :";
    assertThat(render(event, Capabilities.of(Capability.MULTILINE)).split("\r\n"))
        .containsExactly(head + "a ", head + "b", head + "c");
    Capabilities both = Capabilities.of(Capability.MULTILINE, Capability.BATCH);
    assertThat(render(event, both).split("\r\n"))
        .containsExactly(
            ":alice!alice@user/alice BATCH +m3 draft/multiline #lobby",
            "@batch=m3 " + head + "a ",
            "@batch=m3;draft/multiline-concat " + head + "b",
            "@batch=m3 " + head,
            "@batch=m3 " + head + "c",
            ":alice!alice@user/alice BATCH -m3");
  }

  @Test
  void anotherRealNameIsForThoseWhoKnowOfIt() {
    Event event = new Event.Described(stamp(3), LOBBY, ALICE, "Alice B.", Optional.empty());
    assertThat(render(event, Capabilities.NONE)).isEmpty();
    assertThat(render(event, Capabilities.of(Capability.SETNAME)))
        .isEqualTo(":alice!alice@user/alice SETNAME :Alice B.\r\n");
  }

  @Test
  void tagsAloneAreForThoseWhoKnowTags() {
    Event typing =
        new Event.Said(UNKEPT, LOBBY, ALICE, SayKind.TAGMSG, "", REPLY, Optional.empty());
    assertThat(render(typing, Capabilities.of(Capability.SERVER_TIME))).isEmpty();
    assertThat(render(typing, Capabilities.of(Capability.MESSAGE_TAGS)))
        .endsWith(" :alice!alice@user/alice TAGMSG #lobby\r\n");
  }
}
