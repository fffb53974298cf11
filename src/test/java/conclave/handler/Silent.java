package conclave.handler;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Nobody says anything of oneself. */
public final class Silent implements MetadataStore {
  @Override
  public Future<Map<String, String>> of(String target) {
    return Future.succeededFuture(Map.of());
  }

  @Override
  public Future<Outcome> put(
      String target, String key, Optional<String> value, Consumer<Outcome> stored) {
    return Future.succeededFuture(Outcome.FULL);
  }

  @Override
  public Future<List<String>> clear(String target, Consumer<List<String>> stored) {
    return Future.succeededFuture(List.of());
  }
}
