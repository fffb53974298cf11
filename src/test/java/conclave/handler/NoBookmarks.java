package conclave.handler;

import io.vertx.core.Future;
import java.util.Optional;

/** Nobody was ever here. */
public final class NoBookmarks implements Bookmarks {
  @Override
  public Future<Optional<Reached>> of(Seat seat) {
    return Future.succeededFuture(Optional.empty());
  }

  @Override
  public void file(Seat seat, Reached reached, boolean isLast) {}

  @Override
  public Future<Void> stored(Seat seat) {
    return Future.succeededFuture();
  }
}
