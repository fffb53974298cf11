package conclave.dialect.plain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import conclave.command.AccountOrder;
import conclave.command.Capabilities;
import conclave.command.Command;
import conclave.command.Command.Malformed;
import conclave.command.PasswordFor;
import conclave.command.PastCommand;
import conclave.command.UserAnswer;
import conclave.name.RoomName;
import conclave.room.Mode;
import conclave.room.Modes;
import conclave.room.Reason;
import conclave.room.Refusal;
import conclave.room.RoomView;
import conclave.room.SayKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainDialectTest {
  private final PlainDialect plain = new PlainDialect();

  private Command read(String line) {
    return plain.decode(line.getBytes(UTF_8));
  }

  private static Command refused(Reason reason, String... about) {
    return new Malformed(Refusal.of(reason, about));
  }

  @Test
  void whatIsNoCommandIsSaidHere() {
    assertThat(read("hi all")).isEqualTo(new Command.SayHere("hi all"));
    assertThat(read(" /join x")).isEqualTo(new Command.SayHere(" /join x"));
    assertThat(read("//etc/passwd")).isEqualTo(new Command.SayHere("/etc/passwd"));
    assertThat(read("")).isEqualTo(new Command.Nothing());
    assertThat(read(" \t ")).isEqualTo(new Command.Nothing());
  }

  @Test
  void nobodySaysWhatDrivesATerminal() {
    assertThat(read("a\u001b[31mb\u0001\u202e")).isEqualTo(new Command.SayHere("a[31mb"));
  }

  @Test
  void eachCommandAsksWhatItSays() {
    Optional<String> none = Optional.empty();
    Map<String, Command> lines =
        Map.ofEntries(
            Map.entry("/join lobby", new Command.Join(List.of("#lobby"), List.of())),
            Map.entry("/JOIN #a  k", new Command.Join(List.of("#a"), List.of("k"))),
            Map.entry("/part", new Command.Part(List.of(), none)),
            Map.entry("/part lobby", new Command.Part(List.of("#lobby"), none)),
            Map.entry("/part #a so long", new Command.Part(List.of("#a"), Optional.of("so long"))),
            Map.entry("/part so long", new Command.Part(List.of(), Optional.of("so long"))),
            Map.entry("/room a", new Command.SwitchRoom(Optional.of("#a"))),
            Map.entry("/rooms", new Command.ListRooms(List.of())),
            Map.entry("/who", new Command.Who(none, false, UserAnswer.WhoFields.USUAL)),
            Map.entry("/msg bob  a  b", new Command.Say(List.of("bob"), SayKind.PRIVMSG, "a  b")),
            Map.entry("/me waves", new Command.SayHere("\u0001ACTION waves\u0001")),
            Map.entry("/topic", new Command.Topic(none, none)),
            Map.entry("/topic a b", new Command.Topic(none, Optional.of("a b"))),
            Map.entry("/history 5", new PastCommand.ReadHistory(none, Optional.of(5))),
            Map.entry(
                "/history bob", new PastCommand.ReadHistory(Optional.of("bob"), Optional.empty())),
            Map.entry(
                "/history #a 5", new PastCommand.ReadHistory(Optional.of("#a"), Optional.of(5))),
            Map.entry("/whois bob", new Command.Whois(Optional.empty(), List.of("bob"))),
            Map.entry("/nick bob", new Command.SetNick("bob")),
            Map.entry("/invite bob", new Command.Invite("bob", "")),
            Map.entry("/invite bob a", new Command.Invite("bob", "#a")),
            Map.entry(
                "/kick bob go now", new Command.Kick("", List.of("bob"), Optional.of("go now"))),
            Map.entry("/mode a +o b", new Command.Mode("#a", Optional.of("+o"), List.of("b"))),
            Map.entry("/mode a", new Command.Mode("#a", none, List.of())),
            Map.entry("/invite", new Command.Invitations()),
            Map.entry(
                "/invitation", account("/invitation", new AccountOrder.Invite(Optional.empty()))),
            Map.entry("/help /join", new Command.Help(Optional.of("/join"))),
            Map.entry("/quit bye", new Command.Quit(Optional.of("bye"))));
    lines.forEach((line, command) -> assertThat(read(line)).as(line).isEqualTo(command));
  }

  @Test
  void aRoomIsRuledInWords() {
    Map<String, Command> lines =
        Map.ofEntries(
            Map.entry("/set", new Command.Settings()),
            Map.entry("/set moderated on", inHere("+m")),
            Map.entry("/set Moderated OFF", inHere("-m")),
            Map.entry("/set key sesame", inHere("+k", "sesame")),
            Map.entry("/set key off", inHere("-k")),
            Map.entry("/set limit 5", inHere("+l", "5")),
            Map.entry("/set forward hall", inHere("+f", "#hall")),
            Map.entry("/ban bob", inHere("+b", "bob")),
            Map.entry("/ban", inHere("+b")),
            Map.entry("/unban *@host", inHere("-b", "*@host")),
            Map.entry("/role bob operator", inHere("+o", "bob")),
            Map.entry("/role bob no Half-operator", inHere("-h", "bob")));
    lines.forEach((line, command) -> assertThat(read(line)).as(line).isEqualTo(command));
  }

  private static Command inHere(String letters, String... arguments) {
    return new Command.Mode("", Optional.of(letters), List.of(arguments));
  }

  @Test
  void everyModeOfARoomHasAWord() {
    RoomView room =
        new RoomView(
            new RoomName("#den"), 1, 1, 0, Optional.empty(), Modes.INITIAL, List.of(), List.of());
    String shown = PlainSettings.show(room, true);
    for (Mode mode : Mode.values()) {
      boolean isSetting = mode.kind() != Mode.Kind.LIST && mode.kind() != Mode.Kind.ROLE;
      if (isSetting) {
        assertThat(lines(shown))
            .anyMatch(name -> PlainSettings.change(name, "off").equals(off(mode)));
      }
    }
  }

  private static List<String> lines(String shown) {
    return shown.lines().skip(1).map(line -> line.strip().split(" ")[0]).toList();
  }

  private static Optional<Command> off(Mode mode) {
    return Optional.of(inHere("-" + mode.letter()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/register",
        "/join",
        "/msg bob",
        "/me",
        "/whois",
        "/kick",
        "/unban",
        "/role",
        "/role bob",
        "/role bob king",
        "/set moderated",
        "/set moderated maybe",
        "/set nonsense on",
        "/mode",
        "/nick",
        "/history 5x",
        "/history bob x",
        "/history 0"
      })
  void whatLacksSomethingIsAnsweredWithItsUse(String line) {
    assertThat(read(line))
        .isInstanceOfSatisfying(
            Malformed.class,
            malformed -> {
              assertThat(malformed.refusal().reason()).isEqualTo(Reason.NEED_MORE_PARAMETERS);
              assertThat(malformed.refusal().about().get(0)).startsWith(line.split(" ")[0]);
            });
  }

  @Test
  void aCommandThatIsNoneIsNamed() {
    assertThat(read("/frob x")).isEqualTo(refused(Reason.UNKNOWN_COMMAND, "/frob"));
    assertThat(read("/")).isEqualTo(refused(Reason.UNKNOWN_COMMAND, "/"));
  }

  @Test
  void theLineAfterLoginIsThePasswordAsItWasTyped() {
    Command.AskPassword ask =
        new Command.AskPassword(PasswordFor.LOG_IN, "alice", Optional.empty());
    assertThat(read("/login alice")).isEqualTo(ask);
    plain.await(ask);
    Command next = read(" /quit sesame\u200b ");
    assertThat(next).isEqualTo(new Command.LogIn("alice", " /quit sesame\u200b "));
    assertThat(next.toString()).doesNotContain("sesame");
    assertThat(read("hi")).isEqualTo(new Command.SayHere("hi"));
  }

  @Test
  void nothingIsAPasswordUnlessItWasAskedFor() {
    read("/login alice");
    assertThat(read("sesame")).isEqualTo(new Command.SayHere("sesame"));
    assertThat(read("/login alice CODE-1")).isEqualTo(new Command.LogIn("alice", "CODE-1"));
  }

  @Test
  void aPasswordIsChangedInThreeLines() {
    Command.AskPassword first = new Command.AskPassword(PasswordFor.CURRENT, "", Optional.empty());
    assertThat(read("/password")).isEqualTo(first);
    plain.await(first);
    Command second = read("sesame");
    assertThat(second).isEqualTo(new Command.AskPassword(PasswordFor.NEXT, "", Optional.empty()));
    plain.await((Command.AskPassword) second);
    Command third = read("sesame too");
    assertThat(third)
        .isEqualTo(account("/password", new AccountOrder.ChangePassword("sesame", "sesame too")));
    assertThat(third.toString()).doesNotContain("sesame");
  }

  private static Command account(String verb, AccountOrder order) {
    return new Command.Account(verb, Optional.empty(), order);
  }

  @Test
  void theLineAfterRegisterIsThePasswordOfTheNewAccount() {
    Command.AskPassword ask =
        new Command.AskPassword(PasswordFor.REGISTER, "alice", Optional.of("CODE-1"));
    assertThat(read("/register alice CODE-1")).isEqualTo(ask);
    plain.await(ask);
    Command next = read("sesame");
    assertThat(next).isEqualTo(new Command.Register("alice", Optional.of("CODE-1"), "sesame"));
    assertThat(next.toString()).doesNotContain("sesame").doesNotContain("CODE-1");
  }

  @Test
  void aPasswordThatCannotBeReadIsAskedForAgain() {
    plain.await((Command.AskPassword) read("/login alice"));
    assertThat(plain.decode("\u00ff".getBytes(ISO_8859_1))).isEqualTo(refused(Reason.NOT_UTF8));
    assertThat(read("sesame")).isEqualTo(new Command.LogIn("alice", "sesame"));
  }

  @Property(tries = 2000)
  void noBytesMakeItThrow(@ForAll @Size(max = 600) byte[] line) {
    assertThat(new PlainDialect().decode(line)).isNotNull();
  }

  @Property(tries = 1000)
  void noLineOfAKnownCommandMakesItThrow(@ForAll String rest, @ForAll int which) {
    String name = PlainVerbs.all().get(Math.floorMod(which, PlainVerbs.all().size())).name();
    byte[] line = ("/" + name + " " + rest).getBytes(UTF_8);
    assertThat(new PlainDialect().decode(line)).isNotNull();
  }

  @Test
  void aPersonNeedsNoUserCommandAndSeesAnEcho() {
    assertThat(plain.opening()).isEqualTo(new Command.SetUser("", ""));
    assertThat(plain.isEchoed(Capabilities.NONE)).isTrue();
    assertThat(plain.name()).isEqualTo("plain");
  }
}
