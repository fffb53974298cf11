package conclave.handler;

import conclave.command.ServerBan;
import io.vertx.core.Future;
import java.util.List;

/** Keeps nothing. */
public final class Forgetful implements BanStore {
  @Override
  public Future<List<ServerBan>> load(long now) {
    return Future.succeededFuture(List.of());
  }

  @Override
  public Future<Void> put(ServerBan ban) {
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> remove(ServerBan.Kind kind, String mask) {
    return Future.succeededFuture();
  }
}
