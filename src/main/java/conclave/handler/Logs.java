package conclave.handler;

import conclave.command.Excerpt;
import conclave.command.Reply;
import conclave.command.User;
import conclave.handler.History.Reader;
import conclave.handler.History.Talk;
import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.Conversation;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The logs as somebody reads them. One may read those of the rooms that one is in, and of one's own
 * conversations. A guest has none of those: the next guest may bear the same nick.
 */
final class Logs {
  /**
   * A log, and with whose eyes it is read.
   *
   * @param room by the name that it has now; nothing for a conversation
   */
  record Log(String key, Reader reader, Optional<RoomName> room) {}

  private final Rooms rooms;
  private final Users users;
  private final History history;

  Logs(Rooms rooms, Users users, History history) {
    this.rooms = rooms;
    this.users = users;
    this.history = history;
  }

  /**
   * A part of the log that this names to the caller.
   *
   * @param withAll all that happened, not messages alone
   * @return nothing where there is no such log that the caller may read
   */
  Future<Optional<Reply>> read(
      String target, Excerpt excerpt, boolean withAll, int limit, Caller caller) {
    return of(target, caller)
        .compose(
            log ->
                log.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : history
                        .excerpt(log.get().key(), excerpt, log.get().reader().of(withAll), limit)
                        .map(events -> Optional.of(new Reply.Replay(target, events, true))));
  }

  /** The # of a room that the caller is in can be left out; without a target it is the current. */
  static Optional<String> named(Optional<String> target, Caller caller) {
    return target.isEmpty()
        ? caller.currentRoom().map(RoomName::text)
        : target
            .flatMap(RoomName::parseLoosely)
            .filter(room -> caller.rooms().stream().anyMatch(in -> in.key().equals(room.key())))
            .map(RoomName::text)
            .or(() -> target);
  }

  /** All that the caller may read: rooms first, then conversations, the latest first. */
  Future<List<Log>> all(Caller caller) {
    List<Future<Optional<Log>>> asked =
        caller.rooms().stream().map(room -> ofRoom(room, caller)).toList();
    Future<List<Talk>> talks =
        caller
            .source()
            .account()
            .map(account -> history.conversations(account, 0, Long.MAX_VALUE))
            .orElse(Future.succeededFuture(List.of()));
    return Future.all(asked)
        .compose(done -> talks)
        .map(
            found ->
                Stream.concat(
                        asked.stream().map(Future::result).flatMap(Optional::stream),
                        found.stream()
                            .sorted(Comparator.comparingLong(Talk::time).reversed())
                            .map(talk -> with(talk.other(), caller.source())))
                    .toList());
  }

  /** The log that this names to the caller, if it is one that the caller may read. */
  Future<Optional<Log>> of(String target, Caller caller) {
    Optional<RoomName> room = RoomName.parse(target);
    return room.isPresent()
        ? ofRoom(room.get(), caller)
        : Future.succeededFuture(ofConversation(target, caller));
  }

  private Future<Optional<Log>> ofRoom(RoomName named, Caller caller) {
    Optional<RoomName> found =
        caller.rooms().stream().filter(in -> in.key().equals(named.key())).findFirst();
    if (found.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    RoomName room = found.get();
    Nick nick = caller.source().nick();
    return rooms
        .look(room)
        .map(view -> view.flatMap(v -> v.rank(nick)))
        .map(rank -> Optional.of(new Log(room.key(), new Reader(nick, rank), found)));
  }

  private Optional<Log> ofConversation(String target, Caller caller) {
    Source self = caller.source();
    return self.account().isEmpty()
        ? Optional.empty()
        : Nick.parse(target).map(this::party).map(other -> with(other, self));
  }

  private static Log with(String other, Source self) {
    String key = Conversation.key(Conversation.party(self), other);
    return new Log(key, new Reader(self.nick(), Optional.empty()), Optional.empty());
  }

  /** Whoever is away by now is known by the name of the account. */
  private String party(Nick nick) {
    return users
        .find(nick)
        .map(User::source)
        .map(Conversation::party)
        .orElseGet(() -> new AccountName(nick.text()).text());
  }
}
