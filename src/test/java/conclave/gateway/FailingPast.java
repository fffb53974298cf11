package conclave.gateway;

import conclave.command.Excerpt;
import conclave.handler.History;
import conclave.name.AccountName;
import conclave.room.Event;
import conclave.room.Role;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One log, which can be read so many times, and then not before it is mended. */
final class FailingPast implements History {
  private final List<Event> log;
  private final List<Talk> talks;
  private final AtomicInteger readings;
  private final AtomicInteger throwing = new AtomicInteger();

  FailingPast(List<Event> log, List<Talk> talks, int readings) {
    this.log = log;
    this.talks = talks;
    this.readings = new AtomicInteger(readings);
  }

  /** From now on it can be read. */
  void mend() {
    readings.set(Integer.MAX_VALUE);
  }

  /** The first reading does not even get a future. */
  FailingPast throwingOnce() {
    throwing.set(1);
    return this;
  }

  @Override
  public Future<Next> following(long place, long after, Reader reader, int limit) {
    if (throwing.getAndDecrement() > 0) {
      throw new IllegalStateException("the store is broken");
    }
    if (readings.getAndDecrement() <= 0) {
      return Future.failedFuture("the store is away");
    }
    List<Event> next =
        log.stream().filter(event -> event.stamp().seq() > after).limit(limit).toList();
    long reached = next.size() < limit ? Long.MAX_VALUE : next.get(limit - 1).stamp().seq();
    return Future.succeededFuture(new Next(next, reached));
  }

  @Override
  public Future<List<Event>> excerpt(String key, Excerpt asked, Reader reader, int limit) {
    return Future.succeededFuture(log.subList(0, Math.min(limit, log.size())));
  }

  @Override
  public Future<List<Talk>> conversations(AccountName account, long after, long before) {
    return Future.succeededFuture(
        talks.stream().filter(talk -> talk.time() > after && talk.time() < before).toList());
  }

  @Override
  public Future<List<Event>> messages(String key, long before, int limit, Optional<Role> rank) {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<Optional<Long>> latest(String key, Optional<Role> rank) {
    return Future.succeededFuture(Optional.empty());
  }
}
