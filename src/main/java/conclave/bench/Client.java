package conclave.bench;

import conclave.client.IrcLine;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One connection to the server, once there is one. On the loop. */
final class Client implements Intake.Ear {
  private static final String ENDED = "the server has ended the connection";

  /** What all connections share: they are on one loop. */
  interface Host {
    /** Room for so many bytes, until the next call. */
    byte[] scratch(int length);

    /** A message of some run has come to this client. */
    void message(Client client, Stamp stamp);

    /** One has come that is of nobody's run. */
    void foreign();

    /** All that has come at once was told. */
    void told();

    /** The connection has ended. */
    void over(Client client, String why);
  }

  /** What was asked, and how the answer is known. */
  private record Question(Predicate<IrcLine> answer, Promise<IrcLine> promise) {}

  private final int number;
  private final Host host;
  private final NetSocket socket;
  private final Entering entering;
  private final Intake intake;
  private final Promise<Client> welcomed = Promise.promise();
  private Optional<Question> question = Optional.empty();
  private String lastWords = ENDED;
  private boolean isOver;
  private @Nullable Buffer gathered;

  Client(int number, Host host, NetSocket socket, Entering entering, int payload) {
    this.number = number;
    this.host = host;
    this.socket = socket;
    this.entering = entering;
    this.intake = new Intake(this, payload);
  }

  int number() {
    return number;
  }

  /** Is it told what it has said? */
  boolean hasEcho() {
    return entering.hasEcho();
  }

  /** Registers; done when it is welcomed. */
  Future<Client> enter(boolean wantsEcho) {
    socket.handler(this::read);
    socket.exceptionHandler(failure -> lastWords = String.valueOf(failure.getMessage()));
    socket.closeHandler(closed -> over());
    entering.begin(wantsEcho).forEach(this::write);
    flush();
    return welcomed.future();
  }

  /** Asks something; done with the line that is the answer, failed where it is refused. */
  Future<IrcLine> ask(String line, Predicate<IrcLine> answer) {
    if (isOver) {
      return Future.failedFuture(lastWords);
    }
    Question asked = new Question(answer, Promise.promise());
    question = Optional.of(asked);
    write(line);
    flush();
    return asked.promise().future();
  }

  /** Adds a line to what leaves with the next flush. */
  private void write(String line) {
    gather((line + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Adds whole lines to what leaves with the next flush.
   *
   * @return whether they are the first
   */
  boolean gather(byte[] lines) {
    boolean isFirst = gathered == null;
    Buffer all = gathered == null ? Buffer.buffer(lines.length) : gathered;
    gathered = all.appendBytes(lines);
    return isFirst;
  }

  /** Sends what was gathered. */
  void flush() {
    if (gathered != null) {
      Buffer now = gathered;
      gathered = null;
      if (!isOver) {
        socket.write(now);
      }
    }
  }

  private void read(Buffer bytes) {
    int kept = intake.kept();
    int length = kept + bytes.length();
    byte[] all = host.scratch(length);
    intake.restore(all);
    bytes.getBytes(0, bytes.length(), all, kept);
    if (!intake.take(all, length)) {
      lastWords = "the server has sent a line that does not end";
      socket.close();
    }
    host.told();
  }

  @Override
  public void message(Stamp stamp) {
    host.message(this, stamp);
  }

  @Override
  public void foreign() {
    host.foreign();
  }

  @Override
  public void line(String text) {
    IrcLine line = IrcLine.parse(text);
    if (line.command().equals("PING")) {
      write("PONG :" + line.text());
      flush();
    } else if (line.command().equals("ERROR")) {
      lastWords = line.text();
    } else if (welcomed.future().isComplete()) {
      heard(line);
    } else {
      entering.hear(line).forEach(this::write);
      flush();
      if (entering.isIn()) {
        welcomed.complete(this);
      }
      entering.refusal().ifPresent(welcomed::tryFail);
    }
  }

  private void heard(IrcLine line) {
    question
        .filter(asked -> asked.answer().test(line))
        .ifPresent(asked -> settle(() -> asked.promise().complete(line)));
    question
        .filter(asked -> line.command().matches("[45]\\d\\d|FAIL"))
        .ifPresent(asked -> settle(() -> asked.promise().fail(line.text())));
  }

  /** The next question may be asked at once. */
  private void settle(Runnable answer) {
    question = Optional.empty();
    answer.run();
  }

  private void over() {
    isOver = true;
    welcomed.tryFail(lastWords);
    question.ifPresent(asked -> settle(() -> asked.promise().fail(lastWords)));
    host.over(this, lastWords);
  }

  /** Says goodbye; done when the server has closed, which an impatient caller need not wait for. */
  Future<Void> quit() {
    Promise<Void> closed = Promise.promise();
    if (isOver) {
      closed.complete();
    } else {
      socket.closeHandler(
          end -> {
            isOver = true;
            closed.complete();
          });
      write("QUIT :done");
      flush();
    }
    return closed.future();
  }

  /** Ends it at once. */
  void cut() {
    socket.closeHandler(end -> isOver = true);
    socket.close();
  }
}
