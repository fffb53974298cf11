package conclave.web;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.config.StatusConfig.Visibility;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class HealthTest {
  private static Future<Void> well() {
    return Future.succeededFuture();
  }

  private static Future<Void> ill() {
    return Future.failedFuture("no route to db.internal");
  }

  @Test
  void aServerThatAnswersIsAlive() throws Exception {
    try (RunningStatus server =
        RunningStatus.with(Visibility.SUMMARY, Map.of("store", HealthTest::ill))) {
      HttpResponse<String> live = server.get("/health/live");
      assertThat(live.statusCode()).isEqualTo(200);
      assertThat(live.headers().firstValue("content-type")).hasValue("application/json");
      assertThat(new JsonObject(live.body()).getString("status")).isEqualTo("UP");
    }
  }

  @Test
  void aServerWhoseChecksSucceedIsReady() throws Exception {
    try (RunningStatus server =
        RunningStatus.with(Visibility.SUMMARY, Map.of("store", HealthTest::well))) {
      HttpResponse<String> ready = server.get("/health/ready");
      assertThat(ready.statusCode()).isEqualTo(200);
      assertThat(ready.headers().firstValue("content-type")).hasValue("application/json");
      assertThat(new JsonObject(ready.body()))
          .isEqualTo(
              new JsonObject(
                  "{\"status\":\"UP\",\"outcome\":\"UP\","
                      + "\"checks\":[{\"id\":\"store\",\"status\":\"UP\"}]}"));
    }
  }

  @Test
  void oneFailedCheckIsEnoughNotToBeReadyAndItsReasonStaysInside() throws Exception {
    try (RunningStatus server =
        RunningStatus.with(
            Visibility.SUMMARY, Map.of("bus", HealthTest::well, "store", HealthTest::ill))) {
      HttpResponse<String> ready = server.get("/health/ready");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body())
          .contains("{\"id\":\"store\",\"status\":\"DOWN\"}")
          .contains("{\"id\":\"bus\",\"status\":\"UP\"}")
          .doesNotContain("db.internal");
    }
  }

  @Test
  void aCheckThatThrowsHasFailed() throws Exception {
    Supplier<Future<Void>> broken =
        () -> {
          throw new IllegalStateException("secret");
        };
    try (RunningStatus server = RunningStatus.with(Visibility.SUMMARY, Map.of("store", broken))) {
      HttpResponse<String> ready = server.get("/health/ready");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).doesNotContain("secret");
    }
  }

  @Test
  void aCheckThatHangsHasFailedAndIsNotAskedAgainUntilItEnds() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Promise<Void> end = Promise.promise();
    Supplier<Future<Void>> hanging =
        () -> {
          asked.incrementAndGet();
          return end.future();
        };
    try (RunningStatus server = RunningStatus.with(Visibility.SUMMARY, Map.of("store", hanging))) {
      assertThat(server.get("/health/ready").statusCode()).isEqualTo(503);
      assertThat(server.get("/health/ready").statusCode()).isEqualTo(503);
      assertThat(asked).hasValue(1);
      end.complete();
      assertThat(server.get("/health/ready").statusCode()).isEqualTo(200);
      assertThat(asked).hasValue(2);
    }
  }

  @Test
  void aPrivateServerSaysOnlyWhetherItIsReady() throws Exception {
    try (RunningStatus server =
        RunningStatus.with(Visibility.NONE, Map.of("store", HealthTest::ill))) {
      HttpResponse<String> ready = server.get("/health/ready");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).isEqualTo("{\"status\":\"DOWN\"}\n");
      assertThat(server.get("/health/live").body()).isEqualTo("{\"status\":\"UP\"}\n");
      assertThat(server.get("/").body()).contains(">Healthy</p>").doesNotContain("1,234");
    }
  }

  @Test
  void askingManyTimesAtOnceAsksTheStoreOnce() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      AtomicInteger asked = new AtomicInteger();
      Promise<Void> answer = Promise.promise();
      Readiness readiness =
          new Readiness(
              vertx,
              Map.of(
                  "store",
                  () -> {
                    asked.incrementAndGet();
                    return answer.future();
                  }));
      Future<?> first = readiness.check();
      Future<?> second = readiness.check();
      answer.complete();
      Future.all(first, second).await(5, TimeUnit.SECONDS);
      assertThat(asked).hasValue(1);
      readiness.check().await(5, TimeUnit.SECONDS);
      assertThat(asked).hasValue(2);
    } finally {
      vertx.close().await(5, TimeUnit.SECONDS);
    }
  }
}
