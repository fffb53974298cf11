package conclave.handler;

import conclave.command.Excerpt;
import conclave.command.Reply;
import conclave.command.User;
import conclave.handler.History.Reader;
import conclave.name.AccountName;
import conclave.name.Nick;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.Conversation;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * The logs as somebody reads them. One may read those of the rooms that one is in, and of one's own
 * conversations. A guest has none of those: the next guest may bear the same nick.
 */
final class Logs {
  /** A log, and with whose eyes it is read. */
  private record Log(String key, Reader reader) {}

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

  private Future<Optional<Log>> of(String target, Caller caller) {
    Optional<RoomName> room = RoomName.parse(target);
    return room.isPresent()
        ? ofRoom(room.get(), caller)
        : Future.succeededFuture(ofConversation(target, caller));
  }

  private Future<Optional<Log>> ofRoom(RoomName room, Caller caller) {
    if (caller.rooms().stream().noneMatch(in -> in.key().equals(room.key()))) {
      return Future.succeededFuture(Optional.empty());
    }
    Nick nick = caller.source().nick();
    return rooms
        .look(room)
        .map(view -> view.flatMap(v -> v.rank(nick)))
        .map(rank -> Optional.of(new Log(room.key(), new Reader(nick, rank))));
  }

  private Optional<Log> ofConversation(String target, Caller caller) {
    Source self = caller.source();
    return self.account().isEmpty()
        ? Optional.empty()
        : Nick.parse(target)
            .map(this::party)
            .map(other -> Conversation.key(Conversation.party(self), other))
            .map(key -> new Log(key, new Reader(self.nick(), Optional.empty())));
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
