package conclave.gateway;

import conclave.bus.Failures;
import conclave.bus.LogKey;
import conclave.command.Command;
import conclave.command.Reply;
import conclave.handler.Caller;
import conclave.handler.Handlers;
import conclave.room.Reason;
import conclave.room.Refusal;
import io.vertx.core.Future;
import io.vertx.core.eventbus.ReplyException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one connection's lines in their order. Messages may overlap, since their effects keep their
 * order on the way to the room; everything else waits for all before it. One loop.
 */
final class Commands {
  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);
  private static final int MAX_OVERLAP = 64;

  private final Handlers handlers;
  private final Caller caller;
  private final Output output;
  private final Labels labels;
  private final Function<byte[], Command> decode;
  private final FloodGate gate;
  private final Deque<byte[]> lines = new ArrayDeque<>(0);
  private @Nullable Command next;
  private int inFlight;
  private boolean isOverlapping;
  private boolean isPumping;
  private boolean isFlooded;

  /** The commands of one connection, which the labels belong to. */
  Commands(Handlers handlers, Connection caller, Function<byte[], Command> decode, FloodGate gate) {
    this.handlers = handlers;
    this.caller = caller;
    this.output = caller.output();
    this.labels = output.labels();
    this.decode = decode;
    this.gate = gate;
  }

  void add(byte[] line) {
    isFlooded = !gate.holds(lines.size());
    if (!isFlooded) {
      lines.add(line);
    }
  }

  /** Wait so many lines already that the last one is lost? */
  boolean isFlooded() {
    return isFlooded;
  }

  /** Is every line done or under way? Then more may be read. */
  boolean isDrained() {
    return lines.isEmpty() && next == null;
  }

  /** What answers the command under way goes on: whatever comes after it waits for that. */
  void awaitAnswer(Future<?> rest) {
    inFlight++;
    isOverlapping = false;
    rest.onComplete(told -> settle());
  }

  /** Is no command under way? */
  boolean isIdle() {
    return inFlight == 0;
  }

  /** Forgets what has not begun. */
  void drop() {
    lines.clear();
    next = null;
  }

  /** Begins what may begin now. */
  void pump() {
    if (isPumping) {
      return;
    }
    isPumping = true;
    try {
      while (caller.phase() != Caller.Phase.CLOSED && mayBeginNext()) {
        begin();
      }
    } finally {
      isPumping = false;
    }
  }

  private boolean mayBeginNext() {
    if (next == null) {
      byte[] line = lines.peek();
      // A line whose meaning depends on the line before it is read when that one is done; and
      // nothing
      // is answered to who does not read the answers.
      boolean mustWait = (inFlight > 0 && !isOverlapping) || output.isNearlyFull();
      if (line == null || mustWait || !mayPass()) {
        return false;
      }
      lines.poll();
      next = decode.apply(line);
    }
    return inFlight == 0 || (isOverlapping && handlers.mayOverlap(next) && inFlight < MAX_OVERLAP);
  }

  /** Administrators are not held back. */
  private boolean mayPass() {
    return caller.registration().isServerOperator() || gate.passes(this::pump);
  }

  private void begin() {
    Command command = Objects.requireNonNull(next);
    next = null;
    inFlight++;
    isOverlapping = handlers.mayOverlap(command);
    output.origins().begin(isOverlapping);
    Caller answered = labels.callerOf(command);
    Future.succeededFuture(command)
        .compose(c -> handlers.handle(c, answered))
        .onComplete(done -> ended(answered), failure -> failed(command, answered, failure));
  }

  private void failed(Command command, Caller answered, Throwable failure) {
    // What another part could not do, that part has logged.
    if (!(failure instanceof ReplyException)) {
      LOG.atError()
          .addKeyValue(LogKey.CONNECTION, caller.connection())
          .setCause(failure)
          .log("{} failed", command.getClass().getSimpleName());
    }
    boolean isOpen = Failures.codeOf(failure) == Failures.NO_ANSWER;
    Reason reason = isOpen ? Reason.NO_ANSWER : Reason.UNAVAILABLE;
    answered.reply(new Reply.Refused(Refusal.of(reason)));
    ended(answered);
  }

  private void ended(Caller answered) {
    if (answered instanceof LabelledCaller labelled) {
      labelled.done();
    }
    settle();
  }

  private void settle() {
    inFlight--;
    pump();
    caller.settled();
  }
}
