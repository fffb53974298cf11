package conclave.handler;

import conclave.name.AccountName;
import io.vertx.core.Future;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How far the conversations of somebody had come who comes in. What was said up to there may have
 * been shown to the user on another node, and this one may be behind that: it is not said to this
 * connection, which has the history for it. Nor is it missed when a session that has begun with it
 * goes on.
 */
final class TalksBefore {
  /** With more at once, the oldest are surely told everywhere. */
  private static final int MAX = 1_000;

  private final History history;

  TalksBefore(History history) {
    this.history = history;
  }

  /** Notes it, where it can be found out. */
  Future<Void> note(Caller caller) {
    return caller
        .registration()
        .account()
        .map(this::lately)
        .orElse(Future.succeededFuture(Map.of()))
        .otherwise(Map.of())
        .onSuccess(caller.registration()::begunAfter)
        .mapEmpty();
  }

  private Future<Map<Long, Long>> lately(AccountName account) {
    return history
        .conversations(account, System.currentTimeMillis() - History.LATELY_MILLIS, Long.MAX_VALUE)
        .map(TalksBefore::latest);
  }

  static Map<Long, Long> latest(List<History.Talk> talks) {
    return talks.stream()
        .sorted(Comparator.comparingLong(History.Talk::time).reversed())
        .limit(MAX)
        .collect(Collectors.toMap(History.Talk::log, History.Talk::seq, Math::max));
  }
}
