package conclave.gateway;

import conclave.account.AccountRole;
import conclave.account.Peer;
import conclave.command.Capabilities;
import conclave.command.Command;
import conclave.command.Reply;
import conclave.command.User;
import conclave.config.Config;
import conclave.handler.Caller;
import conclave.handler.Passage;
import conclave.handler.Registration;
import conclave.handler.Users;
import conclave.handler.Watches;
import conclave.handler.Way;
import conclave.name.RoomName;
import conclave.name.Source;
import conclave.room.Origin;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One wire: reads lines, runs them in order, writes what comes back. On its listener's loop. */
final class Connection implements Caller, Outbox.Owner {
  private final Wire wire;
  private final Listener listener;
  private final Whereabouts whereabouts;
  private final Registration registration = new Registration();
  private final Speech speech;
  private final Output output;
  private final Commands commands;
  private final OwnRooms rooms = new OwnRooms();
  private final Watches watches;
  private final Heartbeat heartbeat;
  private final Intake intake;
  private final Ending ending;
  private Phase phase = Phase.REGISTERING;
  private @Nullable Source source;
  private long command;
  private String farewell = "Connection closed";

  Connection(String id, Wire wire, AddressPrefix prefix, Listener listener) {
    this.wire = wire;
    this.listener = listener;
    String cloak = listener.node().cloak().of(prefix);
    Way way = new Way(id, wire.isSecure(), wire.certificate(), wire.endPoint(), cloak);
    this.whereabouts = new Whereabouts(listener, prefix, way, this::close);
    this.speech = new Speech(listener.node());
    Config config = listener.node().config();
    this.heartbeat = new Heartbeat(config);
    this.output = new Output(this, speech, wire, listener, this);
    this.watches = listener.users().watchers().listOf(this, () -> config.limits().monitor());
    FloodGate gate = new FloodGate(listener.vertx(), config);
    this.commands = new Commands(listener.node().handlers(), this, this::decode, gate);
    this.intake = new Intake(heartbeat, commands);
    this.ending = new Ending(this, listener, this::forget);
  }

  void open() {
    if (whereabouts.prefix().isConsole()) {
      registration.ranked(AccountRole.ADMIN); // whoever may open the socket, runs the machine
    }
    wire.begin(this::read, this::closed, () -> farewell = "Connection lost");
    reply(new Reply.Greeting());
  }

  private void read(Buffer buffer) {
    if (phase == Phase.CLOSED) {
      return;
    }
    intake.feed(buffer);
    if (commands.isFlooded()) {
      close("Excess Flood");
    }
    commands.pump();
    if (mustWait()) {
      wire.pause();
    }
  }

  /** More is read when what was read is done, and what that answers has room. */
  private boolean mustWait() {
    return !commands.isDrained() || output.isNearlyFull();
  }

  @Override
  public void settled() {
    if (phase == Phase.CLOSED) {
      ending.release(farewell);
    } else if (!mustWait()) {
      wire.resume();
    }
  }

  @Override
  public void overflowed() {
    tooSlow();
  }

  @Override
  public void drained() {
    heartbeat.heard();
  }

  @Override
  public void relieved() {
    commands.pump();
    settled();
    output.catchUp().go();
  }

  private void tooSlow() {
    listener.node().figures().slowReaders.increment();
    close("Send queue exceeded: you read too slowly");
  }

  private Command decode(byte[] line) {
    Command command =
        speech.decode(line, () -> listener.node().handlers().handle(speech.opening(), this));
    if (speech.isHopeless()) {
      close("Too many lines that can't be read");
      return new Command.Nothing();
    }
    return command;
  }

  @Override
  public void reply(Reply reply) {
    output.write(output.bytes(reply));
  }

  String nick() {
    return source == null ? "*" : source.nick().text();
  }

  /** What it is shown. */
  Output output() {
    return output;
  }

  Capabilities capabilities() {
    return registration.capabilities();
  }

  /** Called every second: asks whether the peer is there, and gives up on one that is not. */
  void tick(long now) {
    if (phase == Phase.CLOSED) {
      return;
    }
    switch (heartbeat.tick(now, phase, speech.patience())) {
      case REGISTERS_TOO_SLOWLY -> close("Registration timed out");
      case GONE -> gone();
      case ASK -> reply(new Reply.PingYou(listener.node().facts().name()));
      case FINE -> output.catchUp().go();
    }
  }

  private void gone() {
    if (output.isPressed()) {
      tooSlow();
    } else {
      close("Ping timeout");
    }
  }

  @Override
  public void close(String reason) {
    if (phase == Phase.CLOSED) {
      return;
    }
    farewell = reason;
    Future<Void> last = output.finish(new Reply.Closing(reason));
    end();
    ending.close(wire, last);
  }

  private void closed() {
    end();
    ending.socketClosed();
  }

  private void end() {
    phase = Phase.CLOSED;
    commands.drop();
    output.catchUp().stop();
    wire.resume();
    ending.release(farewell);
  }

  private void forget() {
    speech.ended();
    listener.forget(this, whereabouts.prefix());
  }

  /** Is nothing that it began under way any more? */
  boolean isIdle() {
    return commands.isIdle();
  }

  @Override
  public Phase phase() {
    return phase;
  }

  @Override
  public Registration registration() {
    return registration;
  }

  /** Nothing before it is admitted. */
  Optional<Source> admittedAs() {
    return Optional.ofNullable(source);
  }

  @Override
  public Source source() {
    return Objects.requireNonNull(source, "not admitted yet");
  }

  @Override
  public Way way() {
    return whereabouts.way();
  }

  @Override
  public Peer peer() {
    return whereabouts.peer(speech.name());
  }

  @Override
  public Passage passage() {
    return whereabouts;
  }

  @Override
  public void awaitPassword(Command.AskPassword ask) {
    speech.await(ask);
  }

  @Override
  public Set<RoomName> rooms() {
    return rooms.all();
  }

  @Override
  public Watches watches() {
    return watches;
  }

  @Override
  public Optional<RoomName> currentRoom() {
    return rooms.current();
  }

  @Override
  public void switchTo(RoomName room) {
    rooms.switchTo(room);
  }

  @Override
  public Origin origin() {
    return new Origin(connection(), ++command);
  }

  @Override
  public void admitted(User user, Users.Claim claim) {
    source = user.source();
    Presence.Link link =
        new Presence.Link(peer().address(), way().certificate(), registration.away());
    listener.node().users().linked(user.source().nick(), connection(), link);
    if (phase == Phase.CLOSED || listener.users().turnsAway(this)) {
      return;
    }
    phase = Phase.READY;
    listener.rooms().admitted(this, claim);
  }

  @Override
  public void renamed(Source changed) {
    listener.rooms().renamed(this, changed, new Origin(connection(), command));
    source = changed;
  }

  /** The rooms that this connection's user is in, as far as it has been told. */
  OwnRooms ownRooms() {
    return rooms;
  }
}
