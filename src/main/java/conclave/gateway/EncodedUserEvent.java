package conclave.gateway;

import conclave.command.Capabilities;
import conclave.command.UserEvent;
import conclave.dialect.Dialect.Renderer;
import java.util.HashMap;
import java.util.Map;

/** What happened to a user, rendered once for all that see the same bytes. One loop. */
final class EncodedUserEvent {
  private record Variant(Renderer renderer, long bits) {}

  private final UserEvent event;
  private final Map<Variant, byte[]> variants = new HashMap<>();

  EncodedUserEvent(UserEvent event) {
    this.event = event;
  }

  /** The bytes for a connection of this kind. Shared: never to be changed. */
  byte[] bytes(Renderer renderer, Capabilities capabilities) {
    Variant variant = new Variant(renderer, capabilities.and(renderer.matter(event)).bits());
    return variants.computeIfAbsent(variant, v -> renderer.event(event, capabilities));
  }
}
