package conclave.dialect.irc;

import static conclave.room.Mothers.LOBBY;
import static conclave.room.Mothers.guest;
import static conclave.room.Mothers.stamp;
import static conclave.room.Mothers.user;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.command.Capabilities;
import conclave.command.Capability;
import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.name.Source;
import conclave.room.ClientTags;
import conclave.room.Event;
import conclave.room.Mode;
import conclave.room.ModeChange;
import conclave.room.Role;
import conclave.room.SayKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IrcEventsTest {
  private static final Source ALICE = user("alice");
  private static final Capability ACCOUNT = Capability.ACCOUNT_NOTIFY;
  private static final String TIME = "time=2027-01-15T08:00:03.000Z";

  private static String render(Event event, Capability... capabilities) {
    return new String(new IrcRenderer().event(event, Capabilities.of(capabilities)), UTF_8);
  }

  private static Event said(Source by, String text) {
    return new Event.Said(stamp(3), LOBBY, by, SayKind.PRIVMSG, text);
  }

  @Test
  void aMessageIsShownWithTheTagsThatItsViewerKnows() {
    String line = ":alice!alice@user/alice PRIVMSG #lobby :hi there\r\n";
    Event event = said(ALICE, "hi there");
    assertThat(render(event)).isEqualTo(line);
    assertThat(render(event, Capability.SERVER_TIME)).isEqualTo("@" + TIME + " " + line);
    assertThat(render(event, Capability.ACCOUNT_TAG)).isEqualTo("@account=alice " + line);
    assertThat(render(event, Capability.ACCOUNT_TAG, Capability.SERVER_TIME))
        .isEqualTo("@" + TIME + ";account=alice " + line);
  }

  @Test
  void whatIsSaidToARoleCarriesItsSign() {
    Event event =
        new Event.Said(
            stamp(3),
            LOBBY,
            ALICE,
            SayKind.NOTICE,
            "psst",
            ClientTags.NONE,
            Optional.of(Role.OPERATOR));
    assertThat(render(event)).isEqualTo(":alice!alice@user/alice NOTICE @#lobby :psst\r\n");
  }

  @Test
  void aGuestHasNoAccountTag() {
    assertThat(render(said(guest("gus"), "hi"), Capability.ACCOUNT_TAG))
        .isEqualTo(":gus!~gus@guest/0a1b2c PRIVMSG #lobby :hi\r\n");
  }

  @Test
  void anAccountTagIsEscaped() {
    Source odd = new Source(new Nick("o\\s"), "o", "h", Optional.of(new AccountName("o\\s")));
    assertThat(render(said(odd, "hi"), Capability.ACCOUNT_TAG))
        .isEqualTo("@account=o\\\\s :o\\s!o@h PRIVMSG #lobby :hi\r\n");
  }

  @Test
  void whoComesInIsShownWithAccountAndRealNameToThoseWhoKnowThat() {
    Event event = new Event.Joined(stamp(3), LOBBY, ALICE, "Alice A.", Set.of());
    assertThat(render(event)).isEqualTo(":alice!alice@user/alice JOIN #lobby\r\n");
    assertThat(render(event, Capability.EXTENDED_JOIN))
        .isEqualTo(":alice!alice@user/alice JOIN #lobby alice :Alice A.\r\n");
    Event ofGuest = new Event.Joined(stamp(3), LOBBY, guest("gus"), "G", Set.of());
    assertThat(render(ofGuest, Capability.EXTENDED_JOIN))
        .isEqualTo(":gus!~gus@guest/0a1b2c JOIN #lobby * :G\r\n");
  }

  @Test
  void whatTheRoomGaveAtTheDoorIsAModeChange() {
    Event event = new Event.Joined(stamp(3), LOBBY, ALICE, "A", Set.of(Role.VOICE, Role.OPERATOR));
    assertThat(render(event, Capability.SERVER_TIME))
        .isEqualTo(
            "@"
                + TIME
                + " :alice!alice@user/alice JOIN #lobby\r\n"
                + ("@" + TIME + " :alice!alice@user/alice MODE #lobby +ov alice alice\r\n"));
  }

  @Test
  void goingIsShownWithItsReason() {
    assertThat(render(new Event.Parted(stamp(3), LOBBY, ALICE, Optional.empty())))
        .isEqualTo(":alice!alice@user/alice PART #lobby\r\n");
    assertThat(render(new Event.Parted(stamp(3), LOBBY, ALICE, Optional.of("tea time"))))
        .isEqualTo(":alice!alice@user/alice PART #lobby :tea time\r\n");
    assertThat(render(new Event.Departed(stamp(3), LOBBY, ALICE, "Quit: tea")))
        .isEqualTo(":alice!alice@user/alice QUIT :Quit: tea\r\n");
    assertThat(render(new Event.Kicked(stamp(3), LOBBY, ALICE, new Nick("bob"), "no spam")))
        .isEqualTo(":alice!alice@user/alice KICK #lobby bob :no spam\r\n");
  }

  @Test
  void theRestIsShownAsIrcHasIt() {
    assertThat(render(new Event.TopicChanged(stamp(3), LOBBY, ALICE, "")))
        .isEqualTo(":alice!alice@user/alice TOPIC #lobby :\r\n");
    assertThat(render(new Event.Invited(stamp(3), LOBBY, ALICE, new Nick("bob"))))
        .isEqualTo(":alice!alice@user/alice INVITE bob #lobby\r\n");
    assertThat(render(new Event.Renamed(stamp(3), LOBBY, ALICE, new Nick("ally"))))
        .isEqualTo(":alice!alice@user/alice NICK ally\r\n");
    assertThat(render(new Event.Told(stamp(3), ALICE, new Nick("bob"), SayKind.NOTICE, "psst")))
        .isEqualTo(":alice!alice@user/alice NOTICE bob :psst\r\n");
  }

  @Test
  void whoIsSomebodyElseNowIsShownAsEachViewerKnowsIt() {
    Event event = new Event.Identified(stamp(3), LOBBY, guest("gus"), ALICE, Optional.empty());
    String nick = ":gus!~gus@guest/0a1b2c NICK alice\r\n";
    String host = ":alice!~gus@guest/0a1b2c CHGHOST alice user/alice\r\n";
    String account = ":alice!alice@user/alice ACCOUNT alice\r\n";
    assertThat(render(event)).isEqualTo(nick);
    assertThat(render(event, Capability.CHGHOST)).isEqualTo(nick + host);
    assertThat(render(event, Capability.ACCOUNT_NOTIFY)).isEqualTo(nick + account);
    assertThat(render(event, Capability.ACCOUNT_NOTIFY, Capability.CHGHOST))
        .isEqualTo(nick + host + account);
    Event sameNick =
        new Event.Identified(
            stamp(3), LOBBY, guest("alice"), ALICE.withNick(new Nick("alice")), Optional.empty());
    assertThat(render(sameNick)).isEmpty();
    assertThat(
            render(
                new Event.Identified(stamp(3), LOBBY, ALICE, guest("alice"), Optional.empty()),
                ACCOUNT))
        .isEqualTo(":alice!~alice@guest/0a1b2c ACCOUNT *\r\n");
  }

  @Test
  void modeChangesAreWrittenTogether() {
    List<ModeChange> changes =
        List.of(
            new ModeChange(true, Mode.OPERATOR, Optional.of("bob")),
            new ModeChange(true, Mode.MODERATED, Optional.empty()),
            new ModeChange(false, Mode.KEY, Optional.of("k")),
            new ModeChange(false, Mode.SECRET, Optional.empty()),
            new ModeChange(true, Mode.LIMIT, Optional.of("5")));
    assertThat(render(new Event.ModesChanged(stamp(3), LOBBY, ALICE, changes)))
        .isEqualTo(":alice!alice@user/alice MODE #lobby +om-ks+l bob k 5\r\n");
  }

  @Test
  void modeChangesThatDoNotFitIntoOneLineTakeSeveral() {
    List<ModeChange> changes =
        IntStream.range(0, 9)
            .mapToObj(i -> new ModeChange(true, Mode.BAN, Optional.of(i + "x".repeat(99))))
            .toList();
    String[] lines = render(new Event.ModesChanged(stamp(3), LOBBY, ALICE, changes)).split("\r\n");
    assertThat(lines).hasSize(3).allMatch(line -> line.length() <= 510);
    assertThat(lines[1]).startsWith(":alice!alice@user/alice MODE #lobby +bbbb 4x");
    assertThat(lines[2]).endsWith(" MODE #lobby +b 8" + "x".repeat(99));
  }

  @Test
  void onlyTheCapabilitiesThatMatterMakeAVariant() {
    IrcRenderer renderer = new IrcRenderer();
    Capabilities tags =
        Capabilities.of(
            Capability.SERVER_TIME,
            Capability.ACCOUNT_TAG,
            Capability.MESSAGE_TAGS,
            Capability.SEQUENCE);
    assertThat(renderer.matter(said(ALICE, "x"))).isEqualTo(tags);
    assertThat(renderer.matter(new Event.Joined(stamp(1), LOBBY, ALICE, "A", Set.of())))
        .isEqualTo(tags.with(Set.of(Capability.EXTENDED_JOIN)));
  }
}
