package conclave.handler;

import conclave.command.RoomReply.FoundAre;
import conclave.command.Sought;
import conclave.handler.Logs.Log;
import conclave.handler.Search.Found;
import conclave.room.Event;
import conclave.room.UnderName;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one search has found so far, in one log after another. Each may be looked through as far as
 * an even share of what is left goes: a busy room does not use up what the others need.
 */
final class Haul {
  private final Sought sought;
  private final int limit;
  private final int most;
  private List<Event> events = List.of();
  private int looked;
  private boolean isCut;

  /**
   * Nothing yet.
   *
   * @param limit how many events it may become
   * @param most how many may be looked at
   */
  Haul(Sought sought, int limit, int most) {
    this.sought = sought;
    this.limit = limit;
    this.most = most;
  }

  /**
   * Looks through another log.
   *
   * @param logsLeft how many there are, with this one
   */
  Future<Void> from(Log log, int logsLeft, Search search) {
    int share = (most - looked) / logsLeft;
    return search
        .find(log.key(), log.reader(), sought, limit, share)
        .map(
            found -> {
              add(log, found);
              return null;
            });
  }

  /** Where it is too much, what is nearest to where the search began stays. */
  private void add(Log log, Found found) {
    looked += found.looked();
    isCut |= found.isCut();
    List<Event> all = new ArrayList<>(events);
    Optional<UnderName> now = log.room().map(UnderName::new);
    found.events().forEach(event -> all.add(now.map(event::accept).orElse(event)));
    all.sort(Comparator.comparingLong(event -> event.stamp().time()));
    int size = all.size();
    int from = sought.after().isPresent() ? 0 : Math.max(0, size - limit);
    events = List.copyOf(all.subList(from, Math.min(size, from + limit)));
  }

  /**
   * The answer.
   *
   * @param hasMoreLogs there are logs that were not looked through at all
   */
  FoundAre found(Optional<String> target, boolean hasMoreLogs) {
    boolean isWhole = !isCut && !hasMoreLogs;
    return new FoundAre(target, events, isWhole ? Optional.empty() : Optional.of(looked));
  }
}
