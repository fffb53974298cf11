package conclave.client;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Keeps all events that a session tells. */
final class HeardEvents implements Consumer<Event> {
  final List<Event> all = new CopyOnWriteArrayList<>();

  @Override
  public void accept(Event event) {
    all.add(event);
  }

  <E extends Event> List<E> of(Class<E> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Waits for an event of this kind that fits. */
  <E extends Event> E awaitOne(Class<E> kind, Predicate<E> fits) {
    await().until(() -> of(kind).stream().anyMatch(fits));
    return of(kind).stream().filter(fits).findFirst().orElseThrow();
  }
}
