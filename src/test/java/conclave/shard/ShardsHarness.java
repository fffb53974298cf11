package conclave.shard;

import static conclave.room.Mothers.NOW;
import static conclave.room.Mothers.user;

import conclave.bus.PlaceAnswer;
import conclave.bus.PlaceRequest;
import conclave.name.CaseFold;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.Event;
import conclave.room.Member;
import conclave.room.Modes;
import conclave.room.Origin;
import conclave.room.Reason;
import conclave.room.Refusal;
import conclave.room.RoomCommand;
import conclave.room.RoomCommand.Enter;
import conclave.room.RoomCommand.RenameRoom;
import conclave.room.RoomCommand.Say;
import conclave.room.RoomLimits;
import conclave.room.RoomView;
import conclave.room.SayKind;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shards that ask each other, one for each name, and a log that commits by hand. */
abstract class ShardsHarness {
  static final Source ALICE = user("alice");
  static final Source BOB = user("bob");

  final LogByHand log = new LogByHand();
  final List<Event> shown = new ArrayList<>();

  /** Every name has a shard of its own. */
  final Map<String, Shard> shards = new HashMap<>();

  Shard.Later laters = (millis, work) -> work.run();
  long now = NOW;
  long commands;

  Future<PlaceAnswer> ask(String name, PlaceRequest request) {
    return shards
        .computeIfAbsent(
            CaseFold.fold(name),
            key ->
                new Shard(
                    new Shard.Setting(
                        log,
                        () -> new RoomLimits(10, 10),
                        () -> Modes.INITIAL,
                        "#lobby"::equals,
                        () -> now,
                        (millis, work) -> laters.run(millis, work),
                        () -> {}),
                    shown::addAll,
                    this::ask))
        .answer(request);
  }

  Future<PlaceAnswer> does(String room, RoomCommand command) {
    return ask(room, new PlaceRequest.Do(room, command, new Origin("c", ++commands)));
  }

  Future<PlaceAnswer> enters(String room, Source who) {
    return does(room, new Enter(who, "R", Optional.empty(), true, false));
  }

  Future<PlaceAnswer> says(String room, Source who, String text) {
    return does(room, new Say(who, SayKind.PRIVMSG, text));
  }

  Future<PlaceAnswer> renames(String from, String to) {
    return does(from, new RenameRoom(ALICE, new RoomName(to), "", false));
  }

  Optional<RoomView> look(String room) {
    return ask(room, new PlaceRequest.Look(room)).result().view();
  }

  List<String> members(String room) {
    return look(room).stream()
        .flatMap(view -> view.members().stream())
        .map(Member::source)
        .map(source -> source.nick().text())
        .toList();
  }

  static List<Reason> reasons(Future<PlaceAnswer> answer) {
    return answer.result().refusals().stream().map(Refusal::reason).toList();
  }

  void roomOfAliceAndBob(String room) {
    enters(room, ALICE);
    enters(room, BOB);
    log.commitAll();
  }
}
