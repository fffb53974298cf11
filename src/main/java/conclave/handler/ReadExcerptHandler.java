package conclave.handler;

import conclave.command.Capability;
import conclave.command.Command.ReadExcerpt;
import conclave.command.Reply;
import conclave.config.Config;
import conclave.room.Reason;
import io.vertx.core.Future;

/** CHATHISTORY but for TARGETS (IRCv3 chathistory). */
final class ReadExcerptHandler implements CommandHandler<ReadExcerpt> {
  private final Config config;
  private final Logs logs;
  private final History history;

  ReadExcerptHandler(Config config, Rooms rooms, Users users, History history) {
    this.config = config;
    this.logs = new Logs(rooms, users);
    this.history = history;
  }

  @Override
  public Future<Void> handle(ReadExcerpt read, Caller caller) {
    boolean withAll = caller.registration().capabilities().has(Capability.EVENT_PLAYBACK);
    int limit = Math.min(read.limit(), config.history().pageSize());
    return logs.of(read.target(), caller)
        .compose(
            log ->
                log.isEmpty()
                    ? caller.refuse(Reason.NO_EXCERPT_OF, read.verb(), read.target())
                    : history
                        .excerpt(
                            log.get().key(), read.excerpt(), log.get().reader().of(withAll), limit)
                        .compose(
                            events -> caller.answer(new Reply.Replay(read.target(), events, true))))
        .recover(away -> caller.refuse(Reason.EXCERPT_UNAVAILABLE, read.verb(), read.target()));
  }
}
