package conclave.handler;

import conclave.command.Excerpt;
import conclave.name.AccountName;
import conclave.room.Event;
import conclave.room.Role;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Nothing was ever said. */
public final class NoPast implements History {
  @Override
  public Future<List<Event>> messages(String key, long before, int limit, Optional<Role> rank) {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<List<Event>> excerpt(String key, Excerpt asked, Reader reader, int limit) {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<Next> following(long log, long after, Reader reader, int limit) {
    return Future.succeededFuture(new Next(List.of(), Long.MAX_VALUE));
  }

  @Override
  public Future<Optional<Long>> latest(String key, Optional<Role> rank) {
    return Future.succeededFuture(Optional.empty());
  }

  @Override
  public Future<List<Talk>> conversations(AccountName account, long after, long before) {
    return Future.succeededFuture(List.of());
  }
}
