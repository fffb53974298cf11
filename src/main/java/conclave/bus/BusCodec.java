package conclave.bus;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageCodec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Passes an immutable message as it is within a node, and in its {@link WireForm} to another: after
 * a byte with the version of the form, and the length.
 */
public final class BusCodec<T> implements MessageCodec<T, T> {
  /**
   * Rises only when a node that knows the one before could not read it: what is new in a record
   * does not need that.
   */
  static final byte VERSION = 1;

  /** What nodes tell each other; of a sealed interface, all it permits. */
  static final List<Class<?>> TRAVELLING =
      List.of(
          PlaceRequest.class,
          PlaceAnswer.class,
          Delivery.class,
          Batch.class,
          Heads.class,
          Interest.class,
          PresenceNews.class,
          PresenceWanted.class,
          Active.class,
          NickWanted.class,
          NickSettled.class,
          Announcement.class,
          BansChanged.class,
          SeatWanted.class,
          SeatFree.class,
          SessionQuestion.class,
          SessionAnswer.class,
          Revoked.class,
          Ranked.class,
          NodeAsked.class,
          NodeTells.class,
          LogInTried.class);

  /** What holds passwords and verifiers, and never leaves its node. */
  static final List<Class<?>> STAYING = List.of(AuthRequest.class, AuthAnswer.class);

  private final String name;
  private final WireForm<T> form;

  private BusCodec(Class<T> type) {
    this.name = name(type);
    this.form = new WireForm<>(type);
  }

  /** Teaches the bus every type that goes over it. */
  public static void register(EventBus bus) {
    TRAVELLING.stream().flatMap(BusCodec::records).forEach(t -> travels(bus, t));
    STAYING.stream().flatMap(BusCodec::records).forEach(t -> stays(bus, t));
  }

  private static <T> void travels(EventBus bus, Class<T> type) {
    bus.registerDefaultCodec(type, of(type));
  }

  /** That of one type which travels. */
  static <T> BusCodec<T> of(Class<T> type) {
    return new BusCodec<>(type);
  }

  private static <T> void stays(EventBus bus, Class<T> type) {
    bus.registerDefaultCodec(type, new ByReference<>(type));
  }

  /** The type itself, or what it permits. */
  static Stream<Class<?>> records(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(BusCodec::records)
        : Stream.of(type);
  }

  /** {@code PlaceRequest.Do}: how a type is known to all nodes, wherever its class is. */
  static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return (outer == null ? "" : outer.getSimpleName() + ".") + type.getSimpleName();
  }

  @Override
  public T transform(T message) {
    return message;
  }

  @Override
  public void encodeToWire(Buffer buffer, T message) {
    byte[] bytes = form.write(message);
    buffer.appendByte(VERSION).appendInt(bytes.length).appendBytes(bytes);
  }

  @Override
  public T decodeFromWire(int position, Buffer buffer) {
    byte version = buffer.getByte(position);
    if (version != VERSION) {
      throw new Unavailable(
          "Another node speaks version "
              + version
              + " of the nodes' language, and this one "
              + VERSION
              + ".");
    }
    int start = position + 1 + Integer.BYTES;
    return form.read(buffer.getBytes(start, start + buffer.getInt(position + 1)));
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
