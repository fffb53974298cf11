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
    List.of(
            PlaceRequest.Do.class,
            PlaceRequest.Look.class,
            PlaceRequest.ListInvitations.class,
            PlaceRequest.ListAll.class)
        .forEach(t -> register(bus, t));
    List.of(PlaceAnswer.class, Delivery.class, AuthAnswer.class).forEach(t -> register(bus, t));
    List.of(
            AuthRequest.LogIn.class,
            AuthRequest.Register.class,
            AuthRequest.Prepare.class,
            AuthRequest.Complete.class,
            AuthRequest.ScramSecret.class,
            AuthRequest.Proved.class,
            AuthRequest.Exists.class,
            AuthRequest.Invite.class)
        .forEach(t -> register(bus, t));
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
