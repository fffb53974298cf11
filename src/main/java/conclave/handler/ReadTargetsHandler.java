package conclave.handler;

import conclave.command.PastCommand.ReadTargets;
import conclave.command.RoomReply.TargetsAre;
import conclave.command.RoomReply.TargetsAre.Target;
import conclave.config.Config;
import conclave.handler.History.Talk;
import conclave.name.RoomName;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** CHATHISTORY TARGETS: the rooms that the caller is in, and the conversations of its account. */
final class ReadTargetsHandler implements CommandHandler<ReadTargets> {
  private final Config config;
  private final Rooms rooms;
  private final History history;

  ReadTargetsHandler(Config config, Rooms rooms, History history) {
    this.config = config;
    this.rooms = rooms;
    this.history = history;
  }

  @Override
  public Future<Void> handle(ReadTargets read, Caller caller) {
    long after = Math.min(read.from(), read.to());
    long before = Math.max(read.from(), read.to());
    int limit = Math.min(read.limit(), config.history().pageSize());
    Comparator<Target> byTime = Comparator.comparingLong(Target::time);
    return all(after, before, caller)
        .map(
            targets ->
                targets
                    .filter(target -> target.time() > after && target.time() < before)
                    .sorted(read.from() <= read.to() ? byTime : byTime.reversed())
                    .limit(limit)
                    .sorted(byTime)
                    .toList())
        .compose(
            targets -> caller.answer(new TargetsAre(targets)),
            away -> caller.refuse(Reason.EXCERPT_UNAVAILABLE, "TARGETS", "*"));
  }

  private Future<Stream<Target>> all(long after, long before, Caller caller) {
    List<Future<Optional<Target>>> asked = new ArrayList<>();
    caller.rooms().forEach(room -> asked.add(ofRoom(room, caller)));
    Future<List<Talk>> talks =
        caller
            .source()
            .account()
            .map(account -> history.conversations(account, after, before))
            .orElse(Future.succeededFuture(List.of()));
    return Future.all(asked)
        .compose(done -> talks)
        .map(
            found ->
                Stream.concat(
                    asked.stream().map(Future::result).flatMap(Optional::stream),
                    found.stream().map(talk -> new Target(talk.other(), talk.time()))));
  }

  private Future<Optional<Target>> ofRoom(RoomName room, Caller caller) {
    return rooms
        .look(room)
        .map(view -> view.flatMap(v -> v.rank(caller.source().nick())))
        .compose(rank -> history.latest(room.key(), rank))
        .map(time -> time.map(t -> new Target(room.text(), t)));
  }
}
