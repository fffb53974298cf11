package conclave.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Where it happens: the servers, one of our own or others, and the loop of the clients. */
final class Venue implements AutoCloseable {
  /** A client that is known from before would shake hands more cheaply than a new one does. */
  private static final String SESSION_CACHE = "io.netty.handler.ssl.openssl.sessionCacheClient";

  /** A run at full load keeps the loop busy on purpose. */
  private static final long BLOCKED_SECONDS = 60;

  private final Optional<OwnServer> own;
  private final Approach approach;
  private final Processes processes;
  private final Vertx vertx;
  private final Context loop;

  private Venue(Optional<OwnServer> own, Approach approach, Processes processes) {
    this.own = own;
    this.approach = approach;
    this.processes = processes;
    System.setProperty(SESSION_CACHE, "false");
    this.vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setPreferNativeTransport(true)
                .setMaxEventLoopExecuteTime(BLOCKED_SECONDS)
                .setMaxEventLoopExecuteTimeUnit(TimeUnit.SECONDS));
    this.loop = vertx.getOrCreateContext();
  }

  /**
   * Goes there, and starts a server where there is none.
   *
   * @param payload the length of a message's text
   */
  static Venue open(Subject subject, int payload) throws IOException {
    Optional<OwnServer> own =
        subject.destinations().isEmpty()
            ? Optional.of(OwnServer.start(subject.parent()))
            : Optional.empty();
    List<Destination> destinations =
        own.map(
                server ->
                    List.of(
                        new Destination(server.address(), true, Optional.of(server.certificate()))))
            .orElse(subject.destinations());
    List<Long> pids = new ArrayList<>(subject.pids());
    own.ifPresent(server -> pids.add(server.pid()));
    Approach approach = new Approach(destinations, subject.logIn(), subject.atOnce(), payload);
    return new Venue(own, approach, new Processes(pids, Path.of("/proc")));
  }

  /** Which servers these are, in words. */
  String name() {
    if (own.isPresent()) {
      return "a server of its own";
    }
    return String.join(
        ", ", approach.destinations().stream().map(one -> one.address().toString()).toList());
  }

  /** Is the server there for this alone? */
  boolean isOwn() {
    return own.isPresent();
  }

  List<Destination> destinations() {
    return approach.destinations();
  }

  Vertx vertx() {
    return vertx;
  }

  Processes processes() {
    return processes;
  }

  /** Many clients, none of which is there yet. */
  Crowd crowd() {
    return new Crowd(vertx, approach);
  }

  /** What an own server's heap really holds; nothing of another. */
  OptionalLong heap() {
    return own.map(server -> JavaHeap.used(server.pid())).orElse(OptionalLong.empty());
  }

  /**
   * Has the loop do something, and waits for it.
   *
   * @throws IOException saying what went wrong, for people
   */
  <T> T onLoop(Supplier<Future<T>> work) throws IOException {
    Promise<T> done = Promise.promise();
    loop.runOnContext(now -> work.get().onComplete(done));
    try {
      return done.future().toCompletionStage().toCompletableFuture().get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IOException(String.valueOf(cause.getMessage()), cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Lets so much time pass. */
  void pass(int seconds) throws IOException {
    onLoop(() -> vertx.timer(seconds, TimeUnit.SECONDS).map(id -> seconds));
  }

  @Override
  public void close() {
    own.ifPresent(OwnServer::close);
    vertx.close().await();
  }
}
