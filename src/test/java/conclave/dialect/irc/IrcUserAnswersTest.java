package conclave.dialect.irc;

import static conclave.dialect.Answers.person;
import static conclave.dialect.Answers.who;
import static conclave.room.Mothers.NOW;
import static conclave.room.Mothers.guest;
import static conclave.room.Mothers.user;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.command.Capabilities;
import conclave.command.Capability;
import conclave.command.NodeFacts;
import conclave.command.Reply;
import conclave.command.ServerAnswer;
import conclave.command.ServerAnswer.StatsRow;
import conclave.command.User;
import conclave.command.UserAnswer;
import conclave.command.UserAnswer.Former;
import conclave.command.UserAnswer.WhoFields;
import conclave.command.UserEvent;
import conclave.command.UserMode;
import conclave.dialect.Dialect.Recipient;
import conclave.name.Nick;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IrcUserAnswersTest {
  private static final User ALICE = new User(user("alice"), "Alice A.", NOW, true, true, Set.of());
  private static final User GUS = new User(guest("gus"), "G", NOW, false, false, Set.of());

  private static List<String> render(UserAnswer answer, Capability... capabilities) {
    return lines(new Reply.OfUsers(answer), capabilities);
  }

  private static List<String> lines(Reply reply, Capability... capabilities) {
    Recipient bob = new Recipient("bob", "irc.example", Capabilities.of(capabilities));
    String text = new String(new IrcRenderer().reply(reply, bob), UTF_8);
    assertThat(text).matches("(?s)|.*\r\n");
    return Arrays.asList(text.split("\r\n"));
  }

  private static String event(UserEvent event, Capability... capabilities) {
    return new String(new IrcRenderer().event(event, Capabilities.of(capabilities)), UTF_8);
  }

  @Test
  void whoShowsMembersAndUsers() {
    assertThat(render(who(WhoFields.USUAL)))
        .containsExactly(
            ":irc.example 352 bob #lobby alice user/alice irc.example alice H*~ :0 alice R.",
            ":irc.example 352 bob #lobby ~gus guest/0a1b2c irc.example gus G :0 gus R.",
            ":irc.example 315 bob #lobby :End of WHO list");
    UserAnswer nobodysRoom =
        new UserAnswer.WhoAre(
            "g* x",
            Optional.empty(),
            List.of(person(guest("gus"), Optional.empty(), true)),
            WhoFields.USUAL);
    assertThat(render(nobodysRoom))
        .containsExactly(
            ":irc.example 352 bob * ~gus guest/0a1b2c irc.example gus H* :0 gus R.",
            ":irc.example 315 bob g* :End of WHO list");
  }

  @Test
  void whoxShowsTheFieldsThatWereAskedForInTheOrderOfTheAnswer() {
    assertThat(render(who(new WhoFields("%raolfdnshiuct", "42")), Capability.MULTI_PREFIX))
        .startsWith(
            ":irc.example 354 bob 42 #lobby alice 2001:db8:0:0:0:0:0:1 user/alice irc.example alice"
                + " H*~@ 0 7 alice n/a :alice R.");
    assertThat(render(who(new WhoFields("%na", "0"))))
        .containsExactly(
            ":irc.example 354 bob alice alice",
            ":irc.example 354 bob gus 0",
            ":irc.example 315 bob #lobby :End of WHO list");
  }

  @Test
  void whoisTellsOfAbsenceAndOfWhereOneIsConnectedFrom() {
    UserAnswer.WhoisIs whois =
        new UserAnswer.WhoisIs(
            GUS.withAway(Optional.of("tea")),
            List.of(),
            5,
            List.of("127.0.0.1"),
            List.of("0f"),
            List.of());
    assertThat(render(whois))
        .containsExactly(
            ":irc.example 311 bob gus ~gus guest/0a1b2c * :G",
            ":irc.example 312 bob gus irc.example :Conclave",
            ":irc.example 301 bob gus :tea",
            ":irc.example 338 bob gus 127.0.0.1 :actually using host",
            ":irc.example 276 bob gus :has client certificate fingerprint 0f",
            ":irc.example 317 bob gus 5 1800000000 :seconds idle, signon time");
    assertThat(render(new UserAnswer.WhoisEnd("gus,bob")))
        .containsExactly(":irc.example 318 bob gus,bob :End of WHOIS list");
  }

  @Test
  void whoMayKnowOfNodesSeesWhereSomebodyIs() {
    UserAnswer.WhoisIs whois =
        new UserAnswer.WhoisIs(GUS, List.of(), 5, List.of(), List.of(), List.of("east", "west"));
    assertThat(render(whois))
        .contains(
            ":irc.example 312 bob gus east :Conclave", ":irc.example 312 bob gus west :Conclave");
  }

  @Test
  void whowasTellsWhoLeftAndWhen() {
    assertThat(render(new UserAnswer.WhowasAre("gus", List.of(new Former(guest("gus"), "", NOW)))))
        .containsExactly(
            ":irc.example 314 bob gus ~gus guest/0a1b2c * :",
            ":irc.example 312 bob gus irc.example :Fri Jan 15 08:00:00 2027 UTC",
            ":irc.example 369 bob gus :End of WHOWAS");
  }

  @Test
  void userhostAndIsonTellWhoIsHere() {
    User away = GUS.withAway(Optional.of("tea"));
    assertThat(render(new UserAnswer.UserhostsAre(List.of(ALICE, away), List.of())))
        .containsExactly(":irc.example 302 bob :alice*=+alice@user/alice gus=-~gus@guest/0a1b2c");
    assertThat(render(new UserAnswer.UserhostsAre(List.of(GUS), List.of("127.0.0.1"))))
        .containsExactly(":irc.example 340 bob :gus=+~gus@127.0.0.1");
    assertThat(render(new UserAnswer.UserhostsAre(List.of(), List.of())))
        .containsExactly(":irc.example 302 bob :");
    assertThat(render(new UserAnswer.OnlineAre(List.of("gus", "alice"))))
        .containsExactly(":irc.example 303 bob :gus alice");
    assertThat(render(new UserAnswer.OnlineAre(List.of())))
        .containsExactly(":irc.example 303 bob :");
  }

  @Test
  void monitorHasNumericsOfItsOwn() {
    List<String> two = List.of("gus", "alice");
    assertThat(render(new UserAnswer.Watched(true, List.of("gus!~gus@x", "a!b@c"))))
        .containsExactly(":irc.example 730 bob :gus!~gus@x,a!b@c");
    assertThat(render(new UserAnswer.Watched(false, two)))
        .containsExactly(":irc.example 731 bob :gus,alice");
    assertThat(render(new UserAnswer.WatchListIs(two)))
        .containsExactly(
            ":irc.example 732 bob :gus,alice", ":irc.example 733 bob :End of MONITOR list");
    assertThat(render(new UserAnswer.WatchListIsFull(1, two)))
        .containsExactly(":irc.example 734 bob 1 gus,alice :Monitor list is full");
  }

  @Test
  void absenceAndModesAreTold() {
    assertThat(render(new UserAnswer.MarkedAway(true)))
        .containsExactly(":irc.example 306 bob :You have been marked as being away");
    assertThat(render(new UserAnswer.MarkedAway(false)))
        .containsExactly(":irc.example 305 bob :You are no longer marked as being away");
    assertThat(render(new UserAnswer.IsAway(new Nick("gus"), "tea")))
        .containsExactly(":irc.example 301 bob gus :tea");
    assertThat(render(new UserAnswer.ModesAre(ALICE.with(UserMode.WALLOPS, true).modeLetters())))
        .containsExactly(":irc.example 221 bob +ow");
    assertThat(render(new UserAnswer.ModesChanged(new Nick("bob"), "+i-w")))
        .containsExactly(":bob MODE bob :+i-w");
  }

  @Test
  void whoSharesARoomSeesAwayAndWallopsWithTheirTags() {
    UserEvent away = new UserEvent.AwayChanged(user("alice"), Set.of(), Optional.of("tea"), NOW);
    assertThat(event(away)).isEqualTo(":alice!alice@user/alice AWAY :tea\r\n");
    assertThat(event(new UserEvent.AwayChanged(user("alice"), Set.of(), Optional.empty(), NOW)))
        .isEqualTo(":alice!alice@user/alice AWAY\r\n");
    assertThat(event(away, Capability.SERVER_TIME, Capability.ACCOUNT_TAG))
        .isEqualTo(
            "@time=2027-01-15T08:00:00.000Z;account=alice :alice!alice@user/alice AWAY :tea\r\n");
    assertThat(event(new UserEvent.Wallops(user("alice"), "Tea is ready", NOW)))
        .isEqualTo(":alice!alice@user/alice WALLOPS :Tea is ready\r\n");
    assertThat(event(new UserEvent.CameIn(user("alice")))).isEmpty();
  }

  @Test
  void theServerTellsOfItself() {
    assertThat(lines(new Reply.OfServer(new ServerAnswer.TimeIs("irc.example", NOW))))
        .containsExactly(":irc.example 391 bob irc.example :Fri Jan 15 2027 -- 08:00:00 +00:00");
    assertThat(lines(new Reply.OfServer(new ServerAnswer.InfoIs(List.of("a", "b")))))
        .containsExactly(
            ":irc.example 371 bob :a",
            ":irc.example 371 bob :b",
            ":irc.example 374 bob :End of INFO list");
    List<String> servers = List.of("irc.example", "east");
    assertThat(lines(new Reply.OfServer(new ServerAnswer.LinksAre("*.example", "Net", servers))))
        .containsExactly(
            ":irc.example 364 bob irc.example irc.example :0 Net",
            ":irc.example 365 bob *.example :End of LINKS list");
    List<NodeFacts> nodes =
        List.of(
            new NodeFacts("irc.example", true, NOW, 3, List.of(), 0, 4, "1.2.3"),
            NodeFacts.silent("east"));
    assertThat(lines(new Reply.OfServer(new ServerAnswer.MapIs(nodes))))
        .containsExactly(
            ":irc.example 006 bob :irc.example [3 users]",
            ":irc.example 006 bob :- east",
            ":irc.example 007 bob :End of MAP");
    List<StatsRow> rows =
        List.of(
            new StatsRow("m", List.of("Say", "3"), ""),
            new StatsRow("o", List.of("O", "user/alice", "*", "alice"), ""),
            new StatsRow("u", List.of(), "Server Up 0 days 0:00:01"));
    assertThat(lines(new Reply.OfServer(new ServerAnswer.StatsAre("m", rows))))
        .containsExactly(
            ":irc.example 212 bob Say 3",
            ":irc.example 243 bob O user/alice * alice",
            ":irc.example 242 bob :Server Up 0 days 0:00:01",
            ":irc.example 219 bob m :End of STATS report");
  }
}
