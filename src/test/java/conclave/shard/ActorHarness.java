package conclave.shard;

import static conclave.room.Mothers.LOBBY;
import static conclave.room.Mothers.NOW;
import static conclave.room.Mothers.user;

import conclave.bus.PlaceAnswer;
import conclave.name.Source;
import conclave.room.Event;
import conclave.room.Modes;
import conclave.room.Origin;
import conclave.room.Room;
import conclave.room.RoomCommand;
import conclave.room.RoomCommand.Enter;
import conclave.room.RoomCommand.Say;
import conclave.room.RoomLimits;
import conclave.room.RoomState;
import conclave.room.SayKind;
import conclave.room.WholeRoom;
import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** An actor of a room, and a log that commits by hand. */
abstract class ActorHarness {
  static final Source ALICE = user("alice");
  static final Source BOB = user("bob");

  final LogByHand log = new LogByHand();
  final List<Event> shown = new ArrayList<>();
  final Deque<Runnable> later = new ArrayDeque<>();
  final List<Long> delays = new ArrayList<>();
  final RoomActor actor =
      new RoomActor(
          new Room(
              new WholeRoom(
                  7, RoomState.fresh(LOBBY, NOW, Modes.INITIAL), 0, 0, List.of(), List.of()),
              () -> false,
              () -> new RoomLimits(10, 10)),
          true,
          log.setting(this::later),
          new Repeats.Memory(new SaidLately(), new Traces(() -> NOW)),
          shown::addAll);
  long commands;

  private void later(long millis, Runnable work) {
    delays.add(millis);
    later.add(work);
  }

  Future<PlaceAnswer> submit(RoomCommand command) {
    return actor.submit(command, new Origin("c", ++commands));
  }

  Future<PlaceAnswer> enters(Source who) {
    return submit(new Enter(who, "R", Optional.empty(), true, false));
  }

  Future<PlaceAnswer> says(Source who, String text) {
    return submit(new Say(who, SayKind.PRIVMSG, text));
  }

  List<Long> shownSequences() {
    return shown.stream().map(event -> event.stamp().seq()).toList();
  }
}
