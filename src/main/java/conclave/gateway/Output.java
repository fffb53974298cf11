package conclave.gateway;

import conclave.command.Capabilities;
import conclave.command.Reply;
import conclave.room.Event;
import conclave.room.Event.Said;
import conclave.room.Event.Told;
import conclave.room.SayKind;
import io.vertx.core.Future;
import java.util.Optional;

/** What one connection is shown, as it wants it rendered and in its order. One loop. */
final class Output {
  private final Connection connection;
  private final Speech speech;
  private final Labels labels;
  private final Outbox outbox;
  private final CatchUp catchUp;
  private final Origins origins;

  /**
   * The output of a connection.
   *
   * @param owner of what waits
   */
  @SuppressWarnings("this-escape") // nothing is shown before the end
  Output(Connection connection, Speech speech, Wire wire, Listener listener, Outbox.Owner owner) {
    this.connection = connection;
    this.speech = speech;
    this.labels = new Labels(connection, this, speech);
    int limit = listener.node().config().limits().sendQueueBytes();
    this.outbox = new Outbox(wire, listener.flusher(), limit, owner);
    this.catchUp = new CatchUp(connection, this, listener);
    this.origins = new Origins(connection.connection(), listener.node().figures()::echoed);
  }

  private Capabilities capabilities() {
    return connection.capabilities();
  }

  Labels labels() {
    return labels;
  }

  /** The numbers of the commands. */
  Origins origins() {
    return origins;
  }

  /** What was missed, and how it is shown. */
  CatchUp catchUp() {
    return catchUp;
  }

  /** Does it read more slowly than it is written to? Then what is in a log is not added. */
  boolean isPressed() {
    return outbox.isPressed();
  }

  /** Has all that was shown left this machine? */
  boolean hasLeft() {
    return outbox.hasLeft();
  }

  /** Has the peer's machine all that was shown? */
  boolean hasArrived() {
    return outbox.hasArrived();
  }

  /** When all that was shown so far is written; failed where it can't be. */
  Future<Void> written() {
    return outbox.written();
  }

  /** When there is room for a large piece; failed where there never is. */
  Future<Void> relief() {
    return outbox.relief();
  }

  /**
   * When the peer has been shown that its user has left rooms, one thing is done, then the other.
   */
  Future<Void> seenOut(Runnable first, Runnable second) {
    return catchUp
        .leftBehind()
        .allSeen()
        .onSuccess(seen -> first.run())
        .onSuccess(seen -> second.run());
  }

  /** Should nothing more be asked that is to be answered? */
  boolean isNearlyFull() {
    return outbox.isNearlyFull() || labels.isFull();
  }

  byte[] bytes(Reply reply) {
    return speech.reply(reply, connection.nick(), capabilities());
  }

  void write(byte[] bytes) {
    outbox.write(bytes);
  }

  /** Shows an event; as the answer to a labelled command where that has caused it. */
  void show(EncodedEvent event) {
    labels.show(event, causeOf(event.event()));
  }

  /** Shows an event that is no answer, whoever has caused it. */
  void deliver(EncodedEvent event) {
    labels.show(event, Optional.empty());
  }

  /** Shows what happened to a user. */
  void show(EncodedUserEvent event) {
    outbox.write(speech.event(event, capabilities()));
  }

  /** Shows what no log has; who does not keep up need not know that somebody types. */
  void showOrDrop(EncodedEvent event) {
    if (!isPressed() || !isPassing(event.event())) {
      show(event);
    }
  }

  /** Is it of the moment alone? */
  static boolean isPassing(Event event) {
    boolean isWordless =
        (event instanceof Said said && said.kind() == SayKind.TAGMSG)
            || (event instanceof Told told && told.kind() == SayKind.TAGMSG);
    return isWordless && !event.stamp().isKept();
  }

  /** What this has been caused by is not answered to the end before this is released. */
  void hold(Event event) {
    causeOf(event).ifPresent(LabelledCaller::hold);
  }

  void release(Event event) {
    causeOf(event).ifPresent(LabelledCaller::release);
  }

  /** The labelled command of this connection that has caused it. */
  Optional<LabelledCaller> causeOf(Event event) {
    return labels.causeOf(event.stamp().origin());
  }

  boolean canRead(EncodedEvent event) {
    return speech.event(event, capabilities()).length > 0;
  }

  boolean wantsEcho() {
    return speech.isEchoed(capabilities());
  }

  /** Shows a last word, and nothing after it; completes when all is written, or can't be. */
  Future<Void> finish(Reply last) {
    return outbox.finish(bytes(last));
  }
}
