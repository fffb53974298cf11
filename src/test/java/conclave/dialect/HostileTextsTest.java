package conclave.dialect;

import static conclave.dialect.Answers.whois;
import static conclave.room.Mothers.LOBBY;
import static conclave.room.Mothers.NOW;
import static conclave.room.Mothers.member;
import static conclave.room.Mothers.stamp;
import static conclave.room.Mothers.user;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.command.Capabilities;
import conclave.command.Capability;
import conclave.command.IdentityReply;
import conclave.command.PasswordFor;
import conclave.command.Reply;
import conclave.command.RoomReply;
import conclave.command.ServerAnswer;
import conclave.command.User;
import conclave.command.UserAnswer;
import conclave.dialect.Dialect.Recipient;
import conclave.dialect.irc.IrcDialect;
import conclave.dialect.plain.PlainDialect;
import conclave.name.Mask;
import conclave.name.Nick;
import conclave.name.Source;
import conclave.room.Event;
import conclave.room.ListEntry;
import conclave.room.Mode;
import conclave.room.ModeChange;
import conclave.room.Modes;
import conclave.room.Reason;
import conclave.room.Refusal;
import conclave.room.RoomSummary;
import conclave.room.RoomView;
import conclave.room.SayKind;
import conclave.room.Topic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever people write, a line stays one line, is short enough, and drives nobody's terminal. */
class HostileTextsTest {
  private static final Source ALICE = user("alice");
  private static final List<Capabilities> VARIANTS =
      List.of(Capabilities.NONE, Capabilities.of(Capability.values()));

  @Property(tries = 60)
  void everyIrcLineIsOneLineOf512BytesAndItsTags(@ForAll("texts") String text) {
    Dialect.Renderer irc = new IrcDialect().renderer();
    for (Capabilities variant : VARIANTS) {
      Recipient bob = new Recipient("bob", "irc.example", variant);
      events(text).forEach(event -> assertIrc(irc.event(event, variant)));
      replies(text).forEach(reply -> assertIrc(irc.reply(reply, bob)));
    }
  }

  private static void assertIrc(byte[] bytes) {
    String all = new String(bytes, UTF_8);
    assertThat(all).matches("(?s)|.*\r\n");
    for (String line : all.split("\r\n")) {
      assertThat(line).doesNotContain("\r", "\n", "\0");
      String body = line.startsWith("@") ? line.substring(line.indexOf(' ') + 1) : line;
      assertThat(body.getBytes(UTF_8).length).as(body).isLessThanOrEqualTo(510);
      assertThat(line.length() - body.length()).isLessThanOrEqualTo(8191);
      if (!line.isEmpty()) {
        assertThat(body)
            .matches(
                "(?s)(:irc\\.example|:alice!alice@user/alice|ERROR|PING|AUTHENTICATE|NOTICE) .*");
      }
    }
  }

  @Property(tries = 60)
  void nothingThatOthersWroteDrivesATerminal(@ForAll("texts") String text) {
    Dialect.Renderer plain = new PlainDialect().renderer();
    Recipient bob = new Recipient("bob", "irc.example", Capabilities.NONE);
    events(text).forEach(event -> assertPlain(plain.event(event, Capabilities.NONE), 1));
    replies(text).forEach(reply -> assertPlain(plain.reply(reply, bob), 100));
  }

  private static void assertPlain(byte[] bytes, int mostLines) {
    String all = new String(bytes, UTF_8);
    String visible = all.replace("\n", "");
    assertThat(Sanitizer.clean(visible)).isEqualTo(visible);
    assertThat(all).matches("(?s)|.*\n");
    assertThat(all.length() - visible.length()).isLessThanOrEqualTo(mostLines);
  }

  private static List<Event> events(String text) {
    Nick bob = new Nick("bob");
    return List.of(
        new Event.Joined(stamp(1), LOBBY, ALICE, text, Set.of()),
        new Event.Parted(stamp(2), LOBBY, ALICE, Optional.of(text)),
        new Event.Departed(stamp(3), LOBBY, ALICE, text),
        new Event.Said(stamp(4), LOBBY, ALICE, SayKind.PRIVMSG, text),
        new Event.Said(stamp(4), LOBBY, ALICE, SayKind.NOTICE, "\u0001ACTION " + text),
        new Event.TopicChanged(stamp(5), LOBBY, ALICE, text),
        new Event.Kicked(stamp(6), LOBBY, ALICE, bob, text),
        new Event.Told(stamp(7), ALICE, bob, SayKind.PRIVMSG, text),
        new Event.ModesChanged(stamp(8), LOBBY, ALICE, changes(text)));
  }

  private static List<ModeChange> changes(String text) {
    ModeChange ban = new ModeChange(true, Mode.BAN, Optional.of(Mask.of(text).text()));
    List<ModeChange> changes = new ArrayList<>(Collections.nCopies(5, ban));
    changes.add(new ModeChange(true, Mode.KEY, Optional.of(text)));
    return changes;
  }

  private static User away(String text) {
    return new User(ALICE, text, NOW, true, true, Set.of()).withAway(Optional.of(text));
  }

  private static List<Reply> replies(String text) {
    List<Reply> replies = new ArrayList<>();
    for (Reason reason : Reason.values()) {
      replies.add(new Reply.Refused(Refusal.of(reason, text, text)));
    }
    RoomView room = room(text);
    replies.addAll(
        List.of(
            new Reply.TopicIs(room),
            new Reply.NamesAre(room),
            new Reply.ModesAre(room, true),
            new RoomReply.SettingsAre(room, true),
            new RoomReply.InvitationsAre(List.of(LOBBY)),
            new Reply.ModeListIs(room, Mode.BAN),
            new Reply.NoNames(text),
            new Reply.RoomList(List.of(new RoomSummary(LOBBY, 1, text, 0, 0))),
            whois(away(text), List.of("#a")),
            new Reply.OfUsers(new UserAnswer.WhoisEnd(text)),
            new Reply.OfUsers(new UserAnswer.IsAway(ALICE.nick(), text)),
            new Reply.Replay("#lobby", events(text).subList(3, 4), true),
            new Reply.CapAnswer("NAK", List.of(text, text), true),
            new IdentityReply.PasswordPrompt(PasswordFor.LOG_IN, text),
            new Reply.OfServer(new ServerAnswer.MotdIs("irc.example", List.of(text))),
            new Reply.OfServer(stats(text)),
            new Reply.Note(text),
            new Reply.HelpIs(text),
            new Reply.Closing(text)));
    // What comes back to nobody but who sent it: only IRC clients ask.
    replies.add(new Reply.Pong(text));
    replies.add(
        new Reply.OfUsers(
            new UserAnswer.WhoAre(text, Optional.empty(), List.of(), UserAnswer.WhoFields.USUAL)));
    return replies;
  }

  private static ServerAnswer stats(String text) {
    return new ServerAnswer.StatsAre(
        "k", List.of(new ServerAnswer.StatsRow("k", List.of("K", text), text)));
  }

  private static RoomView room(String text) {
    return new RoomView(
        LOBBY,
        1,
        1,
        NOW,
        Optional.of(new Topic(text, ALICE.mask(), NOW)),
        new Modes(Set.of(), Optional.of(text), 0),
        List.of(new ListEntry(Mode.BAN, Mask.of(text), "alice", NOW)),
        List.of(member(ALICE)));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> ugly =
        Arbitraries.of(
            "\r",
            "\n",
            "\r\n",
            "\0",
            "\u001b[31m",
            "\u0007",
            "\u009b2J",
            "\u202e",
            "\u0001",
            "\u000304",
            "\u2028",
            "x",
            " ",
            ":",
            "é",
            "日",
            "😀",
            "\u200b",
            "@a=b ",
            "%s",
            "\\");
    return Arbitraries.oneOf(
        ugly.list().ofMaxSize(30).map(pieces -> String.join("", pieces)),
        ugly.map(piece -> piece.repeat(600)),
        Arbitraries.strings().ofMaxLength(700));
  }
}
