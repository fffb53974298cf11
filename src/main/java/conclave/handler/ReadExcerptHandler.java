package conclave.handler;

import conclave.command.Capability;
import conclave.command.PastCommand.ReadExcerpt;
import conclave.config.Config;
import conclave.room.Reason;
import io.vertx.core.Future;

/** CHATHISTORY but for TARGETS (IRCv3 chathistory). */
final class ReadExcerptHandler implements CommandHandler<ReadExcerpt> {
  private final Config config;
  private final Logs logs;

  ReadExcerptHandler(Config config, Rooms rooms, Users users, History history) {
    this.config = config;
    this.logs = new Logs(rooms, users, history);
  }

  @Override
  public Future<Void> handle(ReadExcerpt read, Caller caller) {
    boolean withAll = caller.registration().capabilities().has(Capability.EVENT_PLAYBACK);
    int limit = Math.min(read.limit(), config.history().pageSize());
    return logs.read(read.target(), read.excerpt(), withAll, limit, caller)
        .compose(
            found ->
                found.isPresent()
                    ? caller.answer(found.get())
                    : caller.refuse(Reason.NO_EXCERPT_OF, read.verb(), read.target()),
            away -> caller.refuse(Reason.EXCERPT_UNAVAILABLE, read.verb(), read.target()));
  }
}
