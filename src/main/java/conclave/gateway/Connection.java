package conclave.gateway;

import conclave.command.Capabilities;
import conclave.command.Command;
import conclave.command.LineLimits;
import conclave.command.Reply;
import conclave.command.User;
import conclave.dialect.Dialect;
import conclave.dialect.Dialects;
import conclave.dialect.LineDecoder;
import conclave.handler.Caller;
import conclave.handler.Registration;
import conclave.handler.Users;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.Origin;
import conclave.room.Reason;
import conclave.room.Refusal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.net.NetSocketInternal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One socket: reads lines, runs them in order, writes what comes back. On its listener's loop. */
final class Connection implements Caller, LineDecoder.Sink {
  private static final byte[] TOO_LONG = new byte[0];
  private static final int MAX_OFFENCES = 50;
  private static final long CLOSING_MILLIS = 5_000;

  private final String id;
  private final NetSocketInternal socket;
  private final Listener listener;
  private final AddressPrefix prefix;
  private final LineDecoder lines = new LineDecoder(LineLimits.MAX_TAGS + LineLimits.MAX_BODY);
  private final Registration registration = new Registration();
  private final Commands commands;
  private final Outbox outbox;
  private final Map<String, RoomName> rooms = new LinkedHashMap<>();
  private final long opened = System.nanoTime();
  private Phase phase = Phase.REGISTERING;
  private @Nullable Dialect dialect;
  private @Nullable Source source;
  private @Nullable RoomName current;
  private long heard = opened;
  private boolean isAsked;
  private boolean isReleased;
  private long command;
  private int offences;
  private String farewell = "Connection closed";

  Connection(String id, NetSocketInternal socket, AddressPrefix prefix, Listener listener) {
    this.id = id;
    this.socket = socket;
    this.prefix = prefix;
    this.listener = listener;
    this.outbox =
        new Outbox(
            socket,
            listener.flusher(),
            listener.node().config().limits().sendQueueBytes(),
            this::readsTooSlowly);
    FloodGate gate = new FloodGate(listener.vertx(), listener.node().config().limits());
    this.commands = new Commands(listener.node().handlers(), this, this::decode, gate);
  }

  void open() {
    listener.node().figures().undecided.increment();
    socket.handler(this::read);
    socket.closeHandler(closed -> closed());
    socket.exceptionHandler(broken -> farewell = "Connection lost");
    outbox.write(Dialects.toUnknown(new Reply.Greeting(), listener.node().facts().name()));
  }

  // ── in

  private void read(Buffer buffer) {
    lines.feed(buffer.getBytes(), this);
    commands.pump();
    if (!commands.isDrained()) {
      socket.pause();
    }
  }

  @Override
  public void settled() {
    if (phase == Phase.CLOSED) {
      release();
    } else if (commands.isDrained()) {
      socket.resume();
    }
  }

  @Override
  public void line(byte[] line) {
    heard = System.nanoTime();
    isAsked = false;
    commands.add(line);
  }

  @Override
  public void tooLong() {
    commands.add(TOO_LONG);
  }

  @SuppressWarnings("ReferenceEquality") // TOO_LONG marks a line that is lost
  private Command decode(byte[] line) {
    if (line == TOO_LONG) {
      return offence(new Command.Malformed(Refusal.of(Reason.LINE_TOO_LONG)));
    }
    if (dialect == null) {
      if (line.length == 0) {
        return new Command.Nothing();
      }
      speaks(Dialects.of(line));
    }
    Command decoded = Objects.requireNonNull(dialect).decode(line);
    return decoded instanceof Command.Malformed malformed ? offence(malformed) : decoded;
  }

  private void speaks(Dialect chosen) {
    dialect = chosen;
    listener.node().figures().undecided.decrement();
    listener.node().figures().of(chosen.name()).increment();
    listener.node().handlers().handle(chosen.opening(), this);
  }

  /** A slip is answered; a peer that goes on and on is not worth the answers. */
  private Command offence(Command.Malformed malformed) {
    listener.node().figures().malformed.increment();
    boolean isGrave =
        malformed.refusal().reason() == Reason.LINE_TOO_LONG
            || malformed.refusal().reason() == Reason.NOT_UTF8;
    if (isGrave && ++offences >= MAX_OFFENCES) {
      return new Command.Quit(Optional.of("Too many lines that can't be read"));
    }
    return malformed;
  }

  // ── out

  @Override
  public void reply(Reply reply) {
    String server = listener.node().facts().name();
    if (dialect == null) {
      outbox.write(Dialects.toUnknown(reply, server));
    } else {
      outbox.write(dialect.renderer().reply(reply, recipient(server)));
    }
  }

  private Dialect.Recipient recipient(String server) {
    return new Dialect.Recipient(
        source == null ? "*" : source.nick().text(), server, registration.capabilities());
  }

  /** Shows an event. */
  void show(EncodedEvent event) {
    outbox.write(
        event.bytes(Objects.requireNonNull(dialect).renderer(), registration.capabilities()));
  }

  boolean wantsEcho() {
    return dialect != null && dialect.isEchoed(registration.capabilities());
  }

  Capabilities capabilities() {
    return registration.capabilities();
  }

  private void readsTooSlowly() {
    listener.node().figures().slowReaders.increment();
    close("Send queue exceeded: you read too slowly");
  }

  // ── life

  /** Called every second: asks whether the peer is there, and gives up on one that is not. */
  void tick(long now) {
    if (phase == Phase.CLOSED) {
      return;
    }
    long ping = listener.node().config().limits().ping().toNanos();
    if (phase == Phase.REGISTERING
        && now - opened > listener.node().config().limits().registrationTimeout().toNanos()) {
      close("Registration timed out");
    } else if (now - heard > 2 * ping) {
      close("Ping timeout");
    } else if (now - heard > ping && !isAsked && phase == Phase.READY) {
      isAsked = true;
      reply(new Reply.PingYou(listener.node().facts().name()));
    }
  }

  @Override
  public void close(String reason) {
    if (phase == Phase.CLOSED) {
      return;
    }
    farewell = reason;
    String server = listener.node().facts().name();
    Reply last = new Reply.Closing(reason);
    byte[] bytes =
        dialect == null
            ? Dialects.toUnknown(last, server)
            : dialect.renderer().reply(last, recipient(server));
    end();
    long deadline = listener.vertx().setTimer(CLOSING_MILLIS, id -> socket.close());
    outbox
        .finish(bytes)
        .onComplete(
            written -> {
              listener.vertx().cancelTimer(deadline);
              socket.close();
            });
  }

  private void closed() {
    end();
    listener.forget(this, prefix);
    listener.node().figures().of(dialect == null ? "" : dialect.name()).decrement();
  }

  private void end() {
    phase = Phase.CLOSED;
    commands.drop();
    socket.resume();
    release();
  }

  /** Once everything it had begun is done, so that no room lets in somebody who has left. */
  private void release() {
    if (!isReleased && commands.isIdle()) {
      isReleased = true;
      if (source != null) {
        listener.rooms().leave(this, source, farewell);
      }
    }
  }

  // ── what handlers ask

  @Override
  public Phase phase() {
    return phase;
  }

  @Override
  public String connection() {
    return id;
  }

  @Override
  public Registration registration() {
    return registration;
  }

  @Override
  public Source source() {
    return Objects.requireNonNull(source, "not admitted yet");
  }

  @Override
  public String cloak() {
    return listener.node().cloak().of(prefix);
  }

  @Override
  public boolean isSecure() {
    return socket.isSsl();
  }

  @Override
  public Set<RoomName> rooms() {
    return Set.copyOf(rooms.values());
  }

  @Override
  public Optional<RoomName> currentRoom() {
    return Optional.ofNullable(current);
  }

  @Override
  public void switchTo(RoomName room) {
    current = rooms.getOrDefault(room.key(), room);
  }

  @Override
  public Origin origin() {
    return new Origin(id, ++command);
  }

  @Override
  public void admitted(User user, Users.Claim claim) {
    source = user.source();
    if (phase == Phase.CLOSED) {
      return;
    }
    phase = Phase.READY;
    listener.rooms().admitted(this, claim);
  }

  @Override
  public void renamed(Source changed) {
    listener.rooms().renamed(this, source(), changed);
    source = changed;
  }

  // ── what rooms say

  boolean isIn(RoomName room) {
    return rooms.containsKey(room.key());
  }

  void entered(RoomName room) {
    rooms.put(room.key(), room);
    current = room;
  }

  void left(RoomName room) {
    rooms.remove(room.key());
    if (current != null && current.key().equals(room.key())) {
      current = rooms.values().stream().reduce((first, second) -> second).orElse(null);
    }
  }
}
