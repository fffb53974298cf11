package conclave.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One run: clients talk, at a rate or with so many messages under way each, and everything that
 * comes is counted. On the loop.
 */
final class Talk implements Crowd.Listener {
  private static final long LOOK_MILLIS = 50;
  private static final String PADDING = " the quick brown fox jumps over the lazy dog";

  /**
   * What a run is of.
   *
   * @param kind of the rooms
   * @param number by which its messages are known
   */
  record Run(String kind, int repetition, int number) {}

  private final Vertx vertx;
  private final Crowd crowd;
  private final Seating seating;
  private final Plan plan;
  private final Processes processes;
  private final Run run;
  private final Tally tally;
  private final Schedule schedule;
  private final Map<Integer, byte[]> templates = new HashMap<>();
  private final Deque<Client> unflushed = new ArrayDeque<>();
  private final Stamp stamp = new Stamp();
  private final int[] witnesses;
  private final Promise<Talked> done = Promise.promise();
  private final long origin = System.nanoTime();

  /** When the bytes came that are being told; 0 between them. */
  private long now;

  private long lastSeen;
  private long lastProgress = origin;
  private long disconnected;
  private boolean isSending = true;
  private @Nullable Sample before;
  private @Nullable Sample after;

  Talk(Vertx vertx, Crowd crowd, Seating seating, Plan plan, Processes processes, Run run) {
    this.vertx = vertx;
    this.crowd = crowd;
    this.seating = seating;
    this.plan = plan;
    this.processes = processes;
    this.run = run;
    this.tally = new Tally(seating, client -> crowd.client(client).hasEcho(), plan.measured());
    this.schedule = new Schedule(plan.rate().orElse(1));
    this.witnesses = IntStream.range(0, seating.clients()).map(this::witness).toArray();
  }

  /** Runs it; done when all has come, or nothing more does. */
  Future<Talked> run() {
    crowd.listen(this);
    at(plan.warmUp(), () -> before = processes.sample());
    at(plan.warmUp().plus(plan.duration()), this::stop);
    if (plan.rate().isPresent()) {
      vertx.setPeriodic(1, this::tick);
    } else {
      for (int i = 0; i < seating.senders() * plan.window(); i++) {
        say(seating.sender(i), 0);
      }
      flush();
    }
    vertx.setPeriodic(LOOK_MILLIS, this::look);
    return done.future();
  }

  private void at(Duration since, Runnable what) {
    vertx.setTimer(Math.max(1, since.toMillis()), id -> what.run());
  }

  private void stop() {
    if (isSending) {
      isSending = false;
      after = processes.sample();
    }
  }

  /** Sends what is due by now, however late that is. */
  private void tick(long timer) {
    if (!isSending) {
      vertx.cancelTimer(timer);
      return;
    }
    long time = System.nanoTime() - origin;
    while (schedule.due() <= time) {
      say(seating.sender(schedule.next()), schedule.due());
      schedule.sent();
    }
    flush();
  }

  private void say(int sender, long due) {
    byte[] line = templates.computeIfAbsent(sender, this::template);
    stamp.run = run.number();
    stamp.sender = sender;
    stamp.room = seating.room(sender);
    stamp.number = tally.sends(sender, due);
    stamp.time = due;
    stamp.write(line, line.length - 2 - plan.payload());
    Client client = crowd.client(sender);
    if (client.gather(line)) {
      unflushed.add(client);
    }
  }

  private byte[] template(int sender) {
    String room = crowd.room(run.kind(), seating.room(sender));
    String padding = PADDING.repeat(plan.payload() / PADDING.length() + 1);
    String text = "~".repeat(Stamp.LENGTH) + padding;
    return ("PRIVMSG " + room + " :" + text.substring(0, plan.payload()) + "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private void flush() {
    for (Client client = unflushed.poll(); client != null; client = unflushed.poll()) {
      client.flush();
    }
  }

  @Override
  public void message(Client client, Stamp heard) {
    if (now == 0) {
      now = System.nanoTime() - origin;
    }
    if (heard.run != run.number()) {
      tally.foreign();
    } else if (tally.delivered(client.number(), heard, now)
        && isSending
        && plan.rate().isEmpty()
        && client.number() == witnesses[heard.sender]) {
      say(heard.sender, now);
    }
  }

  /** By whose copy a sender knows that its message is through: its own, where it gets one. */
  private int witness(int sender) {
    return crowd.client(sender).hasEcho() ? sender : seating.neighbour(sender);
  }

  @Override
  public void foreign() {
    tally.foreign();
  }

  @Override
  public void told() {
    now = 0;
    flush();
  }

  @Override
  public void over(Client client, String why) {
    disconnected++;
  }

  private void look(long timer) {
    long time = System.nanoTime();
    if (tally.delivered() != lastSeen || tally.delivered() == tally.expected()) {
      lastSeen = tally.delivered();
      lastProgress = time;
    }
    boolean isStuck = time - lastProgress > plan.patience().toNanos();
    if (isStuck) {
      stop();
    }
    if (!isSending && (isStuck || tally.delivered() == tally.expected())) {
      vertx.cancelTimer(timer);
      crowd.listenNot();
      done.complete(result());
    }
  }

  private Talked result() {
    Sample end = after == null ? processes.sample() : after;
    Usage usage = Usage.between(before == null ? end : before, end);
    double seconds = plan.duration().toNanos() / 1e9;
    return new Talked(
        run.kind(),
        run.repetition(),
        tally.messages(),
        tally.expected(),
        tally.delivered(),
        tally.messagesInTime() / seconds,
        tally.inTime() / seconds,
        tally.inTime(),
        tally.latencies(),
        usage,
        tally.faults(disconnected));
  }
}
