package conclave.handler;

import conclave.command.PastCommand.SearchHere;
import conclave.command.PastCommand.SearchPast;
import conclave.room.Reason;
import io.vertx.core.Future;
import java.util.Optional;

/** Looks for messages where a person is talking, or in another place of that person's. */
final class SearchHereHandler implements CommandHandler<SearchHere> {
  private static final int USUAL = 20;

  private final SearchPastHandler search;

  SearchHereHandler(SearchPastHandler search) {
    this.search = search;
  }

  @Override
  public Future<Void> handle(SearchHere asked, Caller caller) {
    Optional<String> target = Logs.named(asked.target(), caller);
    return target.isEmpty()
        ? caller.refuse(Reason.NO_CURRENT_ROOM)
        : search.handle(new SearchPast(target, asked.sought(), Optional.of(USUAL)), caller);
  }
}
