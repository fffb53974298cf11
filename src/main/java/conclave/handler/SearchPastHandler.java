package conclave.handler;

import conclave.command.PastCommand.SearchPast;
import conclave.command.RoomReply.FoundAre;
import conclave.config.Config;
import conclave.handler.Handlers.Ports;
import conclave.handler.Logs.Log;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.List;

/**
 * SEARCH (the extension soju.im/search). Nothing is found that CHATHISTORY would not show, and the
 * caller's next command waits for the answer: so much that nobody searches twice at once.
 */
final class SearchPastHandler implements CommandHandler<SearchPast> {
  /** More logs are not looked through at once, however many somebody talks in. */
  static final int MOST_LOGS = 200;

  private final Config config;
  private final Logs logs;
  private final Search search;

  SearchPastHandler(Config config, Ports ports) {
    this.config = config;
    this.logs = new Logs(ports.rooms(), ports.users(), ports.history());
    this.search = ports.kept().search();
  }

  @Override
  public Future<Void> handle(SearchPast asked, Caller caller) {
    return logs(asked, caller)
        .compose(
            found ->
                found.isEmpty() && asked.target().isPresent()
                    ? caller.refuse(Reason.NOT_TO_BE_SEARCHED, "in", asked.target().get())
                    : found(asked, found).compose(caller::answer),
            away -> caller.refuse(Reason.SEARCH_UNAVAILABLE))
        .recover(away -> caller.refuse(Reason.SEARCH_UNAVAILABLE));
  }

  private Future<List<Log>> logs(SearchPast asked, Caller caller) {
    return asked
        .target()
        .map(target -> logs.of(target, caller).map(log -> log.stream().toList()))
        .orElseGet(() -> logs.all(caller));
  }

  private Future<FoundAre> found(SearchPast asked, List<Log> all) {
    List<Log> some = all.subList(0, Math.min(MOST_LOGS, all.size()));
    int page = config.history().pageSize();
    int limit = Math.min(asked.limit().orElse(page), page);
    Haul haul = new Haul(asked.sought(), limit, config.history().search());
    Future<Void> done = Future.succeededFuture();
    for (int i = 0; i < some.size(); i++) {
      Log log = some.get(i);
      int left = some.size() - i;
      done = done.compose(v -> haul.from(log, left, search));
    }
    return done.map(v -> haul.found(asked.target(), some.size() < all.size()));
  }
}
