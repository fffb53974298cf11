package conclave.dialect.irc;

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
import conclave.command.IdentityReply;
import conclave.command.Reply;
import conclave.command.User;
import conclave.dialect.Dialect.Recipient;
import conclave.name.Nick;
import conclave.room.Event;
import conclave.room.Mode;
import conclave.room.RoomSummary;
import conclave.room.SayKind;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IrcRepliesTest {
  private static List<String> render(Reply reply, Capability... capabilities) {
    Recipient bob = new Recipient("bob", "irc.example", Capabilities.of(capabilities));
    String text = new String(new IrcRenderer().reply(reply, bob), UTF_8);
    assertThat(text).matches("(?s)|.*\r\n");
    return Arrays.asList(text.split("\r\n"));
  }

  @Test
  void theWelcomeIsWhatEveryClientWaitsFor() {
    assertThat(render(new Reply.Welcome(new Nick("bob"), FACTS, COUNTS)))
        .containsExactly(
            ":irc.example 001 bob :Welcome to the Conclave network, bob",
            ":irc.example 002 bob :Your host is irc.example, running version 1.2.3",
            ":irc.example 003 bob :This server was started today",
            ":irc.example 004 bob irc.example 1.2.3 BioRw imnstcCMRTuEbeIkflqaohv beIkflqaohv",
            ":irc.example 005 bob CASEMAPPING=ascii UTF8ONLY :are supported by this server",
            ":irc.example 251 bob :There are 2 users and 1 invisible on 1 servers",
            ":irc.example 252 bob 1 :operator(s) online",
            ":irc.example 253 bob 2 :unknown connection(s)",
            ":irc.example 254 bob 4 :channels formed",
            ":irc.example 255 bob :I have 3 clients and 0 servers",
            ":irc.example 265 bob 3 9 :Current local users 3, max 9",
            ":irc.example 266 bob 3 9 :Current global users 3, max 9",
            ":irc.example 375 bob :- irc.example Message of the day - ",
            ":irc.example 372 bob :- Be kind.",
            ":irc.example 376 bob :End of MOTD command");
  }

  /** What a client that knows no versions is told that there is. */
  private static List<String> offeredTo(String server, String nick) {
    List<String> all = Arrays.stream(Capability.values()).map(Capability::text).toList();
    Recipient old = new Recipient(nick, server, Capabilities.NONE);
    Reply answer = new Reply.CapAnswer("LS", all, false);
    String line = new String(new IrcRenderer().reply(answer, old), UTF_8);
    assertThat(line).endsWith("\r\n").hasSizeLessThanOrEqualTo(512).containsOnlyOnce("\n");
    String head = ":" + server + " CAP " + nick + " LS :";
    assertThat(line).startsWith(head);
    return List.of(line.strip().substring(head.length()).split(" "));
  }

  @Test
  void clientsThatKnowNoVersionsGetOneLineWithWhatIsOfMostUseToThem() {
    List<String> all = Arrays.stream(Capability.values()).map(Capability::text).toList();
    List<String> ratified = all.stream().filter(word -> !word.contains("/")).toList();
    assertThat(offeredTo("irc.example", "*")).containsAll(ratified).isSubsetOf(all).isSorted();
    assertThat(offeredTo("i".repeat(63) + ".example", "n".repeat(32))).containsAll(ratified);
    assertThat(offeredTo("i".repeat(253), "n".repeat(32)))
        .contains("account-notify", "away-notify", "extended-join", "multi-prefix", "sasl")
        .isSubsetOf(ratified);
  }

  @Test
  void capabilitiesAndLogInAreAnsweredAsTheStandardsSay() {
    List<String> many = Collections.nCopies(30, "draft/twenty-one-bytes");
    List<String> lines = render(new Reply.CapAnswer("LS", many, true));
    assertThat(lines).hasSize(2).allMatch(line -> line.length() <= 510);
    assertThat(lines.get(0)).startsWith(":irc.example CAP bob LS * :draft/");
    assertThat(lines.get(1)).startsWith(":irc.example CAP bob LS :draft/");
    assertThat(render(new Reply.CapAnswer("ACK", many, true)))
        .hasSize(2)
        .allMatch(line -> line.startsWith(":irc.example CAP bob ACK :draft/"));
    assertThat(render(new Reply.CapAnswer("NAK", many, true))).hasSize(1);
    assertThat(render(new Reply.CapAnswer("LS", List.of("a", "b=c"), true)))
        .containsExactly(":irc.example CAP bob LS :a b=c");
    assertThat(render(new IdentityReply.SaslChallenge("+"))).containsExactly("AUTHENTICATE +");
    assertThat(render(new IdentityReply.SaslMechanisms(List.of("PLAIN", "EXTERNAL"))))
        .containsExactly(":irc.example 908 bob PLAIN,EXTERNAL :are available SASL mechanisms");
    assertThat(render(new IdentityReply.LoggedIn(user("bob"), "bob", true)))
        .containsExactly(
            ":irc.example 900 bob bob!bob@user/bob bob :You are now logged in as bob",
            ":irc.example 903 bob :SASL authentication successful");
    assertThat(render(new IdentityReply.LoggedIn(user("bob"), "bob", false))).hasSize(1);
    assertThat(render(new Reply.Pong("a b"))).containsExactly(":irc.example PONG irc.example :a b");
    assertThat(render(new Reply.PingYou("x"))).containsExactly("PING :x");
    assertThat(render(new Reply.Closing("Bye"))).containsExactly("ERROR :Bye");
    assertThat(render(new Reply.NickChanged(user("bob"), new Nick("rob"))))
        .containsExactly(":bob!bob@user/bob NICK rob");
  }

  @Test
  void namesAreShownAsTheClientCanReadThem() {
    Reply names = new Reply.NamesAre(ROOM);
    String end = ":irc.example 366 bob #lobby :End of NAMES list";
    assertThat(render(names)).containsExactly(":irc.example 353 bob = #lobby :~alice gus", end);
    assertThat(render(names, Capability.MULTI_PREFIX))
        .containsExactly(":irc.example 353 bob = #lobby :~@alice gus", end);
    assertThat(render(names, Capability.MULTI_PREFIX, Capability.USERHOST_IN_NAMES))
        .containsExactly(
            ":irc.example 353 bob = #lobby :~@alice!alice@user/alice gus!~gus@guest/0a1b2c", end);
    assertThat(render(new Reply.NoNames("#x")))
        .containsExactly(":irc.example 366 bob #x :End of NAMES list");
  }

  @Test
  void manyNamesTakeManyLinesOf512BytesAndNoneIsLost() {
    List<String> lines = render(new Reply.NamesAre(BIG), Capability.USERHOST_IN_NAMES);
    assertThat(lines).hasSizeBetween(150, 175);
    assertThat(lines).allMatch(line -> line.length() <= 510);
    List<String> names =
        lines.subList(0, lines.size() - 1).stream()
            .flatMap(line -> Arrays.stream(line.substring(line.indexOf(" :") + 2).split(" ")))
            .toList();
    assertThat(names).hasSize(2_000).doesNotHaveDuplicates();
  }

  @Test
  void whoisTellsWhatMayBeKnown() {
    User alice = new User(user("alice"), "Alice A.", NOW, true, true, Set.of());
    assertThat(render(whois(alice, List.of("@#a", "#b"))))
        .containsExactly(
            ":irc.example 311 bob alice alice user/alice * :Alice A.",
            ":irc.example 319 bob alice :@#a #b",
            ":irc.example 312 bob alice irc.example :Conclave",
            ":irc.example 313 bob alice :is an administrator of this server",
            ":irc.example 330 bob alice alice :is logged in as",
            ":irc.example 671 bob alice :is using a secure connection",
            ":irc.example 317 bob alice 5 1800000000 :seconds idle, signon time");
    User gus = new User(guest("gus"), "", NOW, false, false, Set.of());
    assertThat(render(whois(gus, List.of())))
        .containsExactly(
            ":irc.example 311 bob gus ~gus guest/0a1b2c * :",
            ":irc.example 312 bob gus irc.example :Conclave",
            ":irc.example 317 bob gus 5 1800000000 :seconds idle, signon time");
  }

  @Test
  void theRoomsOfAWhoisTakeAsManyLinesAsTheyNeed() {
    List<String> rooms =
        IntStream.range(0, 100).mapToObj(i -> "@#room-" + "é".repeat(10) + i).toList();
    User alice = new User(user("alice"), "A", NOW, false, false, Set.of());
    List<String> lines = render(whois(alice, rooms));
    assertThat(lines).allMatch(line -> line.getBytes(UTF_8).length <= 510);
    assertThat(lines.stream().filter(line -> line.contains(" 319 "))).hasSizeBetween(5, 8);
    assertThat(String.join(" ", lines)).contains(rooms.get(0), rooms.get(50), rooms.get(99));
  }

  @Test
  void aRoomsTopicModesAndListsAreShown() {
    assertThat(render(new Reply.TopicIs(ROOM)))
        .containsExactly(
            ":irc.example 332 bob #lobby :tea & cake",
            ":irc.example 333 bob #lobby alice!alice@user/alice 1800000000");
    assertThat(render(new Reply.TopicIs(BIG)))
        .containsExactly(":irc.example 331 bob #lobby :No topic is set");
    assertThat(render(new Reply.ModesAre(ROOM, true)))
        .containsExactly(
            ":irc.example 324 bob #lobby +kn sesame", ":irc.example 329 bob #lobby 1800000000");
    assertThat(render(new Reply.ModesAre(ROOM, false)).get(0)).endsWith("+kn *");
    assertThat(render(new Reply.ModeListIs(ROOM, Mode.BAN)))
        .containsExactly(
            ":irc.example 367 bob #lobby spam!*@* alice 1800000000",
            ":irc.example 368 bob #lobby :End of channel ban list");
    assertThat(render(new Reply.ModeListIs(ROOM, Mode.EXCEPTION)))
        .containsExactly(":irc.example 349 bob #lobby :End of channel exception list");
    assertThat(render(new Reply.RoomList(List.of(new RoomSummary(LOBBY, 2, "", 0, 0)))))
        .containsExactly(
            ":irc.example 321 bob Channel :Users  Name",
            ":irc.example 322 bob #lobby 2 :",
            ":irc.example 323 bob :End of LIST");
  }

  @Test
  void thePastComesInABatchOrWithItsTimeInTheText() {
    Event said = new Event.Said(stamp(3), LOBBY, user("alice"), SayKind.PRIVMSG, "hi");
    Event did =
        new Event.Said(stamp(4), LOBBY, user("alice"), SayKind.PRIVMSG, "\u0001ACTION waves\u0001");
    Reply replay = new Reply.Replay("#lobby", List.of(said, did), true);
    String words = ":alice!alice@user/alice PRIVMSG #lobby :";
    assertThat(render(replay))
        .containsExactly(words + "[08:00Z] hi", words + "\u0001ACTION [08:00Z] waves\u0001");
    assertThat(render(replay, Capability.BATCH, Capability.SERVER_TIME))
        .containsExactly(
            ":irc.example BATCH +h3 chathistory #lobby",
            "@batch=h3;time=2027-01-15T08:00:03.000Z " + words + "hi",
            "@batch=h3;time=2027-01-15T08:00:04.000Z " + words + "\u0001ACTION waves\u0001",
            ":irc.example BATCH -h3");
    assertThat(render(new Reply.Replay("#lobby", List.of(), true))).containsExactly("");
  }

  @Test
  void helpNamesTheCommands() {
    List<String> lines = render(new Reply.HelpIs(""));
    assertThat(lines.get(0)).startsWith(":irc.example 704 bob * :");
    assertThat(lines.get(1))
        .startsWith(
            ":irc.example 705 bob * :ACCOUNT ADMIN AUTHENTICATE AWAY BATCH CAP CERT CHANSERV");
    assertThat(lines.get(lines.size() - 1)).startsWith(":irc.example 706 bob * :");
    assertThat(render(new Reply.HelpIs("xyzzy")))
        .containsExactly(":irc.example 524 bob xyzzy :No help available on this topic");
  }
}
