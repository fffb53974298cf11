package conclave.cluster;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** What a node sees now, and who is told when that changes. Any thread. */
public final class Views {
  private final List<BiConsumer<View, View>> listeners = new CopyOnWriteArrayList<>();
  private volatile View current;

  Views(String self) {
    current = View.none(self);
  }

  public View current() {
    return current;
  }

  /**
   * Tells of each change, in its order.
   *
   * @param listener is given what was seen before, and what is now
   */
  void listen(BiConsumer<View, View> listener) {
    listeners.add(listener);
  }

  synchronized void see(View view) {
    View before = current;
    if (!before.equals(view)) {
      current = view;
      listeners.forEach(listener -> listener.accept(before, view));
    }
  }
}
