package conclave.handler;

import conclave.command.Excerpt;
import conclave.command.PastCommand.ReadHistory;
import conclave.config.Config;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.Optional;

/** Shows a person what was said last in a room, or with somebody. */
final class ReadHistoryHandler implements CommandHandler<ReadHistory> {
  private static final int USUAL = 20;

  private final Config config;
  private final Logs logs;

  ReadHistoryHandler(Config config, Rooms rooms, Users users, History history) {
    this.config = config;
    this.logs = new Logs(rooms, users, history);
  }

  @Override
  public Future<Void> handle(ReadHistory read, Caller caller) {
    Optional<String> target = Logs.named(read.target(), caller);
    if (target.isEmpty()) {
      return caller.refuse(Reason.NO_CURRENT_ROOM);
    }
    int count = Math.min(read.count().orElse(USUAL), config.history().pageSize());
    return logs.read(target.get(), Excerpt.latest(), false, count, caller)
        .compose(
            found ->
                found.isPresent()
                    ? caller.answer(found.get())
                    : caller.refuse(Reason.NO_EXCERPT_OF, "LATEST", target.get()));
  }
}
