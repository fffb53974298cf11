package conclave.gateway;

import conclave.command.Capabilities;
import conclave.dialect.Dialect.Renderer;
import conclave.room.Event;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to many connections: rendered once for all that see the same bytes. One loop.
 */
final class EncodedEvent {
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Variant(Renderer renderer, long bits, byte[] bytes) {}

  private final Event event;
  private final List<Variant> variants = new ArrayList<>(2);
  private @Nullable Renderer last;
  private Capabilities matter = Capabilities.NONE;

  EncodedEvent(Event event) {
    this.event = event;
  }

  Event event() {
    return event;
  }

  /** The bytes for a connection of this kind. Shared: never to be changed. */
  byte[] bytes(Renderer renderer, Capabilities capabilities) {
    if (renderer != last) {
      last = renderer;
      matter = renderer.matter(event);
    }
    long bits = capabilities.and(matter).bits();
    // There are few variants of one event, so that looking through them is quicker than hashing.
    for (Variant variant : variants) {
      if (variant.bits == bits && variant.renderer == renderer) {
        return variant.bytes;
      }
    }
    byte[] bytes = renderer.event(event, capabilities);
    variants.add(new Variant(renderer, bits, bytes));
    return bytes;
  }
}
