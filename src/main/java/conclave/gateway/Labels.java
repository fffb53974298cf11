package conclave.gateway;

import conclave.command.Capability;
import conclave.command.Command;
import conclave.command.Command.Labelled;
import conclave.dialect.Answer;
import conclave.handler.Caller;
import conclave.room.Origin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The labelled commands of one connection that are not answered to the end yet (IRCv3
 * labeled-response): as many as are under way, and those that wait for a room they came into. One
 * loop.
 */
final class Labels {
  /** Whoever has so many open is not read any more: what answers them waits in a log. */
  private static final int MAX_OPEN = 1_000;

  private final Connection connection;
  private final Output output;
  private final Speech speech;

  /** By the numbers of the commands: one that causes several events has several. */
  private final Map<Long, LabelledCaller> open = new HashMap<>();

  private long count;

  Labels(Connection connection, Output output, Speech speech) {
    this.connection = connection;
    this.output = output;
    this.speech = speech;
  }

  /** Who is to be answered to this command. */
  Caller callerOf(Command command) {
    boolean isLabelled =
        command instanceof Labelled
            && connection.capabilities().has(Capability.LABELED_RESPONSE)
            && connection.capabilities().has(Capability.BATCH);
    if (!isLabelled) {
      return connection;
    }
    Labelled labelled = (Labelled) command;
    boolean isMessage = labelled.command() instanceof Command.Say say && say.targets().size() == 1;
    String reference = "l" + Long.toString(++count, Character.MAX_RADIX);
    Answer answer =
        speech.answer(labelled.label(), reference, connection.nick(), connection.capabilities());
    return new LabelledCaller(connection, output, answer, isMessage);
  }

  void begun(Origin origin, LabelledCaller caller) {
    open.put(origin.command(), caller);
  }

  void ended(LabelledCaller caller) {
    boolean wasFull = isFull();
    open.values().removeIf(one -> one == caller);
    if (wasFull && !isFull()) {
      connection.relieved();
    }
  }

  /** Are there too many to begin another? */
  boolean isFull() {
    return open.size() >= MAX_OPEN;
  }

  /** The labelled command that caused this, where it is one of this connection's. */
  Optional<LabelledCaller> causeOf(Origin origin) {
    return open.isEmpty() || !origin.connection().equals(connection.connection())
        ? Optional.empty()
        : Optional.ofNullable(open.get(origin.command()));
  }

  /** Shows an event as a part of that answer, or of none. */
  void show(EncodedEvent event, Optional<LabelledCaller> cause) {
    byte[] bytes = speech.event(event, connection.capabilities());
    if (open.isEmpty() && cause.isEmpty()) {
      output.write(bytes);
      return;
    }
    giveWay(cause);
    cause.ifPresentOrElse(labelled -> labelled.event(bytes), () -> output.write(bytes));
  }

  /** What other answers hold goes first. */
  private void giveWay(Optional<LabelledCaller> to) {
    if (!open.isEmpty()) {
      List.copyOf(open.values()).stream()
          .filter(one -> to.isEmpty() || to.get() != one)
          .forEach(LabelledCaller::giveWay);
    }
  }
}
