package conclave.dialect.plain;

import static conclave.dialect.Answers.BIG;
import static conclave.dialect.Answers.COUNTS;
import static conclave.dialect.Answers.FACTS;
import static conclave.dialect.Answers.ROOM;
import static conclave.dialect.Answers.whois;
import static conclave.room.Mothers.LOBBY;
import static conclave.room.Mothers.NOW;
import static conclave.room.Mothers.guest;
import static conclave.room.Mothers.stamp;
import static conclave.room.Mothers.user;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.command.Capabilities;
import conclave.command.Capability;
import conclave.command.Counts;
import conclave.command.Reply;
import conclave.command.User;
import conclave.dialect.Dialect.Recipient;
import conclave.name.Nick;
import conclave.name.Source;
import conclave.room.Event;
import conclave.room.Mode;
import conclave.room.ModeChange;
import conclave.room.RoomSummary;
import conclave.room.SayKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlainRendererTest {
  private static final PlainRenderer RENDERER = new PlainRenderer();
  private static final Source ALICE = user("alice");

  /** The event's line without its time, which is the server's local one. */
  private static String show(Event event) {
    String line = new String(RENDERER.event(event, Capabilities.NONE), UTF_8);
    assertThat(line).matches("|\\[\\d\\d:\\d\\d:03] .*\n");
    return line.isEmpty() ? "" : line.substring(11, line.length() - 1);
  }

  private static String show(Reply reply) {
    Recipient bob = new Recipient("bob", "irc.example", Capabilities.NONE);
    return new String(RENDERER.reply(reply, bob), UTF_8);
  }

  private static Event said(String text, SayKind kind) {
    return new Event.Said(stamp(3), LOBBY, ALICE, kind, text);
  }

  @Test
  void whatIsSaidReadsLikeAChat() {
    assertThat(show(said("hi", SayKind.PRIVMSG))).isEqualTo("#lobby alice: hi");
    assertThat(show(said("hi", SayKind.NOTICE))).isEqualTo("#lobby -alice- hi");
    assertThat(show(said("\u0001ACTION waves\u0001", SayKind.PRIVMSG)))
        .isEqualTo("#lobby * alice waves");
    assertThat(show(new Event.Told(stamp(3), ALICE, new Nick("bob"), SayKind.PRIVMSG, "psst")))
        .isEqualTo("-> bob alice: psst");
  }

  @Test
  void aQuestionToAProgramIsNotShownToAPerson() {
    assertThat(show(said("\u0001VERSION\u0001", SayKind.PRIVMSG))).isEmpty();
  }

  @Test
  void coloursAndEscapesOfOthersAreTakenOut() {
    assertThat(show(said("\u000304,01red\u0003 \u0002bold\u0002 \u001b[2J\u0007", SayKind.PRIVMSG)))
        .isEqualTo("#lobby alice: red bold [2J");
  }

  @Test
  void aMessageOfSeveralLinesIsOneLine() {
    assertThat(show(said("one\ntwo \rthree\n[12:00] #lobby bob: no", SayKind.PRIVMSG)))
        .isEqualTo("#lobby alice: one / two three / [12:00] #lobby bob: no");
  }

  @Test
  void everythingThatHappensIsASentence() {
    Nick bob = new Nick("bob");
    assertThat(show(new Event.Joined(stamp(3), LOBBY, ALICE, "A", Set.of())))
        .isEqualTo("#lobby alice came in");
    assertThat(show(new Event.Parted(stamp(3), LOBBY, ALICE, Optional.of("tea"))))
        .isEqualTo("#lobby alice left (tea)");
    assertThat(show(new Event.Parted(stamp(3), LOBBY, ALICE, Optional.empty())))
        .isEqualTo("#lobby alice left");
    assertThat(show(new Event.Departed(stamp(3), LOBBY, ALICE, "Quit")))
        .isEqualTo("alice quit (Quit)");
    assertThat(show(new Event.TopicChanged(stamp(3), LOBBY, ALICE, "tea")))
        .isEqualTo("#lobby alice set the topic: tea");
    assertThat(show(new Event.TopicChanged(stamp(3), LOBBY, ALICE, "")))
        .isEqualTo("#lobby alice removed the topic");
    assertThat(show(new Event.Kicked(stamp(3), LOBBY, ALICE, bob, "spam")))
        .isEqualTo("#lobby alice put bob out (spam)");
    assertThat(show(new Event.Invited(stamp(3), LOBBY, ALICE, bob)))
        .isEqualTo("alice asks bob into #lobby");
    assertThat(show(new Event.Identified(stamp(3), LOBBY, guest("gus"), ALICE, Optional.empty())))
        .isEqualTo("gus is alice now and is logged in as alice");
    assertThat(show(new Event.Identified(stamp(3), LOBBY, ALICE, guest("alice"), Optional.empty())))
        .isEqualTo("alice is a guest now");
    assertThat(show(new Event.Renamed(stamp(3), LOBBY, ALICE, bob))).isEqualTo("alice is bob now");
    List<ModeChange> changes =
        List.of(
            new ModeChange(true, Mode.OPERATOR, Optional.of("bob")),
            new ModeChange(false, Mode.SECRET, Optional.empty()));
    assertThat(show(new Event.ModesChanged(stamp(3), LOBBY, ALICE, changes)))
        .isEqualTo("#lobby alice set +o bob, -s");
  }

  @Test
  void answersAreSentences() {
    assertThat(show(new Reply.Greeting()))
        .isEqualTo("Conclave on irc.example. Type /help to begin.\n");
    assertThat(show(new Reply.Welcome(new Nick("bob"), FACTS, COUNTS)))
        .startsWith("Be kind.\nWelcome, bob. 2 others are here.");
    assertThat(
            show(
                new Reply.Welcome(
                    new Nick("bob"), FACTS, new Counts(2, 0, 0, 0, 0, 2, 2, 2, 1, 2))))
        .contains("One other is here.");
    assertThat(
            show(
                new Reply.Welcome(
                    new Nick("bob"), FACTS, new Counts(1, 0, 0, 0, 0, 1, 1, 1, 1, 1))))
        .contains("Nobody else is here yet.");
    assertThat(show(new Reply.NamesAre(ROOM))).isEqualTo("In #lobby: ~alice gus\n");
    assertThat(show(new Reply.TopicIs(ROOM))).isEqualTo("#lobby is about: tea & cake\n");
    assertThat(show(new Reply.TopicIs(BIG))).isEqualTo("#lobby has no topic.\n");
    assertThat(show(new Reply.ModesAre(ROOM, false))).isEqualTo("#lobby has modes +kn *\n");
    assertThat(show(new Reply.ModeListIs(ROOM, Mode.BAN))).isEqualTo("+b spam!*@* by alice\n");
    assertThat(show(new Reply.ModeListIs(ROOM, Mode.EXCEPTION)))
        .isEqualTo("#lobby has no +e entries.\n");
    assertThat(show(new Reply.RoomList(List.of(new RoomSummary(LOBBY, 2, "tea", 0, 0)))))
        .isEqualTo("#lobby (2)  tea\n");
    assertThat(show(whois(new User(ALICE, "A", NOW, true, true, Set.of()), List.of("#a"))))
        .startsWith("alice, account alice, an administrator, in #a, here since 2027-01-15 ");
    assertThat(show(new Reply.Closing("Bye\u001b"))).isEqualTo("Goodbye: Bye\n");
  }

  @Test
  void thePastIsShownBetweenTwoMarks() {
    Reply replay = new Reply.Replay("#lobby", List.of(said("hi", SayKind.PRIVMSG)), false);
    assertThat(show(replay))
        .matches("--- #lobby, since 2027-01-15 \\d\\d:\\d\\d\n\\[.*] #lobby alice: hi\n--- now\n");
    assertThat(show(new Reply.Replay("#lobby", List.of(), false))).isEmpty();
    assertThat(show(new Reply.Replay("#lobby", List.of(), true)))
        .isEqualTo("Nothing was said in #lobby before.\n");
  }

  @Test
  void helpShowsEveryCommandOrTheOneThatWasAskedFor() {
    String all = show(new Reply.HelpIs(""));
    assertThat(PlainVerbs.all()).allMatch(verb -> all.contains(verb.line()));
    assertThat(show(new Reply.HelpIs("/join"))).containsOnlyOnce("\n").contains("/join ROOM [KEY]");
  }

  @Test
  void onlyNumbersChangeWhatAPersonSees() {
    assertThat(RENDERER.matter(said("hi", SayKind.PRIVMSG)))
        .isEqualTo(Capabilities.of(Capability.SEQUENCE));
  }
}
