package conclave.handler;

import conclave.command.ServerBan;
import io.vertx.core.Future;
import java.util.List;

/** Keeps the server's bans. */
public interface BanStore {
  /** Those that hold at that time; what is over by then is forgotten. */
  Future<List<ServerBan>> load(long now);

  /** Keeps a ban, in the place of one of the same kind and mask. */
  Future<Void> put(ServerBan ban);

  Future<Void> remove(ServerBan.Kind kind, String mask);
}
