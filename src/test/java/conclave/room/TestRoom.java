package conclave.room;

import static conclave.room.Mothers.NOW;
import static conclave.room.Mothers.user;

import conclave.name.Nick;
import conclave.name.Source;
import conclave.room.RoomCommand.ChangeModes;
import conclave.room.RoomCommand.Enter;
import conclave.room.RoomCommand.Kick;
import conclave.room.RoomCommand.Leave;
import conclave.room.RoomCommand.Say;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A room in which tests act: what was decided is applied at once. */
final class TestRoom {
  private static final RoomLimits LIMITS = new RoomLimits(5, 4);

  final Room room;
  private long command;

  TestRoom(Room room) {
    this.room = room;
  }

  /** A room that nobody has entered yet. */
  static TestRoom fresh() {
    return new TestRoom(
        new Room(
            new WholeRoom(
                7, RoomState.fresh(Mothers.LOBBY, NOW, Modes.INITIAL), 0, 0, List.of(), List.of()),
            () -> false,
            () -> LIMITS));
  }

  /** A room that is there by configuration. */
  static TestRoom byConfiguration() {
    return new TestRoom(
        new Room(
            new WholeRoom(
                7, RoomState.open(Mothers.LOBBY, NOW, Modes.INITIAL), 0, 0, List.of(), List.of()),
            () -> true,
            () -> LIMITS));
  }

  /** A room that alice founded, with these accounts' users in it. */
  static TestRoom ofAlice(String... others) {
    TestRoom room = fresh();
    room.enters(user("alice"));
    Arrays.stream(others).forEach(other -> room.enters(user(other)));
    return room;
  }

  /** The same room after everybody has been forgotten, as its owner loads it from the store. */
  TestRoom reloaded() {
    return new TestRoom(
        new Room(
            new WholeRoom(7, room.kept(), room.seq(), 0, List.of(), List.of()),
            room::isDefault,
            () -> LIMITS));
  }

  Decision does(RoomCommand asked) {
    Decision decision = room.decide(asked, new Origin("c1", ++command), NOW + command);
    decision.events().forEach(room::apply);
    return decision;
  }

  Decision enters(Source who) {
    return does(new Enter(who, who.nick().text(), Optional.empty(), true, false));
  }

  Decision enters(Source who, String key) {
    return does(new Enter(who, who.nick().text(), Optional.of(key), true, false));
  }

  Decision leaves(String nick) {
    return does(new Leave(user(nick), Optional.empty()));
  }

  Decision says(Source who) {
    return does(new Say(who, SayKind.PRIVMSG, "hi"));
  }

  Decision kicks(String by, String target) {
    return does(new Kick(user(by), new Nick(target), "out", false));
  }

  /** As {@code MODE #lobby} with this text by that user. */
  Decision mode(String by, String line) {
    return mode(by, line, false);
  }

  Decision mode(String by, String line, boolean isServerOperator) {
    List<String> words = List.of(line.split(" "));
    ModeLine read = ModeLine.parse(words.get(0), words.subList(1, words.size()));
    return does(new ChangeModes(user(by), read.changes(), isServerOperator));
  }

  Set<Role> roles(String nick) {
    return room.member(new Nick(nick)).orElseThrow().roles();
  }

  boolean has(String nick) {
    return room.member(new Nick(nick)).isPresent();
  }

  String modes() {
    return room.kept().modes().text(true);
  }

  /** The reasons why something was refused. */
  static List<Reason> reasons(Decision decision) {
    return decision.refusals().stream().map(Refusal::reason).toList();
  }
}
