package conclave.handler;

import conclave.name.AccountName;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Nobody stays. */
public final class Unsettled implements Residents {
  @Override
  public Future<Optional<Boolean>> wish(AccountName account) {
    return Future.succeededFuture(Optional.empty());
  }

  @Override
  public Future<Void> wish(AccountName account, boolean isWanted) {
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> settle(Resident resident) {
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> unsettle(AccountName account) {
    return Future.succeededFuture();
  }

  @Override
  public Future<List<Resident>> all() {
    return Future.succeededFuture(List.of());
  }
}
