package conclave.store;

import conclave.config.Secret;
import conclave.config.StoreConfig;
import conclave.room.RetryKey;
import conclave.shard.RoomLog;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Measures a store. Arguments: the data folder, and the url of a PostgreSQL server or nothing. */
final class StoreBench {
  private static final int SINGLES = 5_000;
  private static final int BULK = 10_000;
  private static final int ROOMS = 1_000;
  private static final int ROUNDS = 20;
  private static final int SEALS = 50_000;
  private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

  private static final int LOOKS = 20_000;

  private StoreBench() {}

  public static void main(String[] args) throws Exception {
    String url = args.length > 1 ? args[1] : "embedded";
    Vertx vertx = Vertx.vertx();
    StoreConfig config = new StoreConfig(url, Optional.of(new Secret("postgres")));
    Store store = Store.open(vertx, config, Path.of(args[0]), 100_000).await();
    long place = System.nanoTime();
    for (int round = 0; round < 4; round++) {
      singles(vertx, store, place++);
      bulk(store, place++);
      rooms(store, place);
      place += ROOMS;
      System.out.println(store.figures());
    }
    reads(store, place - ROOMS - 1);
    looks(vertx, store, place);
    seals();
    store.close().await();
    vertx.close().await();
  }

  private static void singles(Vertx vertx, Store store, long place) {
    long[] nanos = new long[SINGLES];
    long start = System.nanoTime();
    Promise<Void> done = Promise.promise();
    vertx.runOnContext(v -> single(store.roomLog(), place, 1, nanos, done));
    done.future().await();
    double seconds = (System.nanoTime() - start) / SECOND;
    Arrays.sort(nanos);
    System.out.printf(
        "one by one: %.0f commits/s, p50 %.2f ms, p99 %.2f ms%n",
        SINGLES / seconds, nanos[SINGLES / 2] / 1e6, nanos[SINGLES * 99 / 100] / 1e6);
  }

  private static void single(RoomLog log, long place, int seq, long[] nanos, Promise<Void> done) {
    if (seq > SINGLES) {
      done.complete();
      return;
    }
    long start = System.nanoTime();
    log.append(Events.append("#r" + place, place, seq))
        .onComplete(
            v -> {
              nanos[seq - 1] = System.nanoTime() - start;
              single(log, place, seq + 1, nanos, done);
            },
            done::fail);
  }

  private static void bulk(Store store, long place) {
    RoomLog log = store.roomLog();
    List<Future<Void>> appends = new ArrayList<>();
    long start = System.nanoTime();
    for (int seq = 1; seq <= BULK; seq++) {
      appends.add(log.append(Events.append("#r" + place, place, seq)));
    }
    Future.all(appends).await();
    System.out.printf(
        "%d appends at once: %.0f rows/s%n", BULK, BULK / ((System.nanoTime() - start) / SECOND));
  }

  /** Each of many rooms says one thing after another. */
  private static void rooms(Store store, long first) {
    RoomLog log = store.roomLog();
    long start = System.nanoTime();
    for (int seq = 1; seq <= ROUNDS; seq++) {
      List<Future<Void>> appends = new ArrayList<>();
      for (long place = first; place < first + ROOMS; place++) {
        appends.add(log.append(Events.append("#r" + place, place, seq)));
      }
      Future.all(appends).await();
    }
    System.out.printf(
        "%d rooms at once: %.0f rows/s%n",
        ROOMS, ROOMS * ROUNDS / ((System.nanoTime() - start) / SECOND));
  }

  /** What each event costs its caller's thread, beside the encoding. */
  private static void seals() {
    Sealing sealing = Sealing.fresh();
    byte[] body = EventCodec.encode(Events.said("#room", 1, 1)).body();
    for (int round = 0; round < 5; round++) {
      long start = System.nanoTime();
      for (int seq = 0; seq < SEALS; seq++) {
        sealing.seal(body, Bound.toEvent(1, seq, seq, 4));
      }
      System.out.printf("sealing: %.2f us%n", (System.nanoTime() - start) / 1e3 / SEALS);
    }
  }

  private static void reads(Store store, long place) {
    for (int round = 0; round < 3; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < 500; i++) {
        store.history().messages("#r" + place, Long.MAX_VALUE, 50).await();
      }
      System.out.printf("50 messages: %.2f ms%n", (System.nanoTime() - start) / 500e6);
    }
  }

  /** Whether messages with ids are there already, of bursts that come in one turn. */
  private static void looks(Vertx vertx, Store store, long place) {
    RoomLog log = store.roomLog();
    for (int burst : new int[] {1, 10, 100, 2_000, 2_000}) {
      long start = System.nanoTime();
      for (int asked = 0; asked < LOOKS; asked += burst) {
        Promise<Object> done = Promise.promise();
        vertx.runOnContext(now -> look(log, place, burst).onComplete(all -> done.complete()));
        done.future().await();
      }
      System.out.printf(
          "%d looks at once: %.0f looks/s%n",
          burst, LOOKS / ((System.nanoTime() - start) / SECOND));
    }
  }

  private static Future<?> look(RoomLog log, long place, int burst) {
    List<Future<?>> asked = new ArrayList<>();
    for (int i = 0; i < burst; i++) {
      asked.add(log.sent(Set.of(place), new RetryKey("alice", UUID.randomUUID().toString(), true)));
    }
    return Future.join(asked);
  }
}
