package conclave.gateway;

import conclave.account.AccountRole;
import conclave.account.Peer;
import conclave.command.Capabilities;
import conclave.command.Command;
import conclave.command.Reply;
import conclave.command.User;
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
  private final Past past;
  private final Watches watches;
  private final Heartbeat heartbeat;
  private final Intake intake;
  private final Ending ending;
  private Phase phase = Phase.REGISTERING;
  private @Nullable Source source;

  Connection(String id, Wire wire, AddressPrefix prefix, Listener listener) {
    this.wire = wire;
    this.listener = listener;
    this.whereabouts = Whereabouts.of(id, wire, prefix, listener, this::close);
    this.speech = new Speech(listener.node());
    this.heartbeat = new Heartbeat(listener.node());
    this.output = new Output(this, speech, wire, listener, this);
    this.past = new Past(listener.node(), this);
    this.watches = listener.users().watchers().listOf(this);
    FloodGate gate = new FloodGate(listener.vertx(), listener.node().config());
    this.commands = new Commands(listener.node().handlers(), this, this::decode, gate);
    this.intake = new Intake(heartbeat, commands);
    this.ending = new Ending(this, listener, this::forget);
  }

  void open() {
    if (whereabouts.prefix().isConsole()) {
      registration.ranked(AccountRole.ADMIN); // whoever may open the socket, runs the machine
    }
    wire.begin(this::read, this::closed, () -> ending.because(Parting.lost("Connection lost")));
    reply(new Reply.Greeting());
  }

  private void read(Buffer buffer) {
    if (phase == Phase.CLOSED) {
      return;
    }
    if (output.hasLeft()) {
      past.progress().heard(output.hasArrived());
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
      ending.release();
    } else if (!mustWait()) {
      wire.resume();
    }
  }

  @Override
  public void overflowed(String why) {
    listener.node().figures().slowReaders.increment();
    end(Parting.lost(why));
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

  Past past() {
    return past;
  }

  Capabilities capabilities() {
    return registration.capabilities();
  }

  /** Called every second: asks whether the peer is there, and gives up on one that is not. */
  void tick(long now) {
    if (phase != Phase.CLOSED) {
      heartbeat.tick(now, this, speech.patience());
      past.tick();
      output.catchUp().go();
    }
  }

  @Override
  public void close(String reason) {
    end(Parting.dismissed(reason));
  }

  @Override
  public void quit(String reason) {
    end(Parting.left(reason));
  }

  void end(Parting parting) {
    if (phase == Phase.CLOSED) {
      return;
    }
    ending.because(parting);
    past.end(parting.isSure() && output.hasArrived());
    Future<Void> last = output.finish(new Reply.Closing(parting.reason()));
    stop();
    ending.close(wire, last);
  }

  private void closed() {
    past.end(ending.isSure() && output.hasLeft());
    stop();
    ending.socketClosed();
  }

  private void stop() {
    phase = Phase.CLOSED;
    commands.drop();
    output.catchUp().stop();
    wire.resume();
    ending.release();
  }

  private void forget() {
    speech.ended();
    whereabouts.ended();
    listener.forget(this, whereabouts.prefix());
  }

  /** What it asks for, in its order. */
  Commands commands() {
    return commands;
  }

  @Override
  public Phase phase() {
    return phase;
  }

  @Override
  public Registration registration() {
    return registration;
  }

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
  public Future<Boolean> attach(RoomName room, Caller to) {
    return listener.rooms().attach(this, room, to);
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
    return output.origins().next();
  }

  @Override
  public void admitted(User user, Users.Claim claim) {
    source = user.source();
    Presence.Link link = whereabouts.link(registration.away());
    listener.node().users().linked(user.source().nick(), connection(), link);
    if (phase != Phase.CLOSED && !listener.users().turnsAway(this)) {
      phase = Phase.READY;
      listener.rooms().admitted(this, claim);
    }
  }

  @Override
  public Future<Void> becomes(User user, Users.Claim claim, Runnable tell) {
    Future<Void> left = listener.rooms().yields(this, user.source(), origin());
    return output.seenOut(() -> admitted(user, claim), tell).compose(seen -> left);
  }

  @Override
  public void renamed(Source changed) {
    Source before = source();
    source = changed;
    listener.rooms().renamed(this, before, output.origins().last());
    listener.users().putsOut(this);
  }

  /** The rooms that this connection's user is in, as far as it has been told. */
  OwnRooms ownRooms() {
    return rooms;
  }
}
