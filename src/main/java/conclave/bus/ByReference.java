package conclave.bus;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageCodec;
import java.util.List;

/**
 * Passes an immutable message as it is. Between nodes there is nothing to pass: one node owns every
 * shard.
 */
public final class ByReference<T> implements MessageCodec<T, T> {
  /** The name under which every type of this package is known to the bus. */
  private final String name;

  private ByReference(Class<T> type) {
    this.name = type.getName();
  }

  /** Teaches the bus every type that travels on it. */
  public static void register(EventBus bus) {
    List.of(PlaceAnswer.class, Delivery.class, Announcement.class, Revoked.class, Ranked.class)
        .forEach(t -> register(bus, t));
    for (Class<?> sealed : List.of(PlaceRequest.class, AuthRequest.class, AuthAnswer.class)) {
      for (Class<?> type : sealed.getPermittedSubclasses()) {
        register(bus, type);
      }
    }
  }

  private static <T> void register(EventBus bus, Class<T> type) {
    bus.registerDefaultCodec(type, new ByReference<>(type));
  }

  @Override
  public T transform(T message) {
    return message;
  }

  @Override
  public void encodeToWire(Buffer buffer, T message) {
    throw new UnsupportedOperationException("a lone node sends nothing to others");
  }

  @Override
  public T decodeFromWire(int position, Buffer buffer) {
    throw new UnsupportedOperationException("a lone node gets nothing from others");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public byte systemCodecID() {
    return -1;
  }
}
