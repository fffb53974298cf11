package conclave.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import conclave.config.StatusConfig.Visibility;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import org.junit.jupiter.api.Test;

final class LiveEventsTest {
  /** The next event of a stream. */
  private static JsonObject next(Scanner lines) {
    String line = lines.nextLine();
    while (!line.startsWith("data: ")) {
      line = lines.nextLine();
    }
    return new JsonObject(line.substring("data: ".length()));
  }

  private static Scanner lines(HttpResponse<InputStream> stream) {
    return new Scanner(stream.body(), StandardCharsets.UTF_8);
  }

  @Test
  void whoListensIsToldTheNumbersAgainAndAgain() throws Exception {
    try (RunningStatus server = RunningStatus.with(Visibility.SUMMARY)) {
      HttpResponse<InputStream> stream = server.listen();
      assertThat(stream.statusCode()).isEqualTo(200);
      assertThat(stream.headers().firstValue("content-type")).hasValue("text/event-stream");
      Scanner lines = lines(stream);
      JsonObject first = next(lines);
      assertThat(first.getBoolean("healthy")).isTrue();
      assertThat(first.getString("health")).isEqualTo("Healthy");
      assertThat(first.getJsonObject("numbers").getString("users")).isEqualTo("1,234");
      assertThat(first.getJsonArray("echo")).isEqualTo(new JsonArray().add(0.0012).add(0.0345));
      assertThat(first.getJsonObject("rows").fieldNames()).containsExactly("links");
      server.snapshots = () -> Snapshots.withProblems("The store does not answer.");
      await()
          .until(
              () -> next(lines).getString("health"),
              "Not healthy: The store does not answer."::equals);
    }
  }

  @Test
  void anOlderBrowserIsToldAsWell() throws Exception {
    try (RunningStatus server = RunningStatus.overHttp1()) {
      assertThat(next(lines(server.listen())).getBoolean("healthy")).isTrue();
    }
  }

  @Test
  void aPrivateServerTellsOnlyWhetherItIsHealthy() throws Exception {
    try (RunningStatus server = RunningStatus.with(Visibility.NONE)) {
      server.snapshots = () -> Snapshots.withProblems("The store does not answer.");
      assertThat(next(lines(server.listen())))
          .isEqualTo(
              new JsonObject()
                  .put("healthy", false)
                  .put("health", "Not healthy")
                  .put("operator", false));
    }
  }

  @Test
  void onlySoManyMayListenAtOnceAndWhoGoesMakesRoom() throws Exception {
    try (RunningStatus server = RunningStatus.with(Visibility.SUMMARY)) {
      List<InputStream> open = new ArrayList<>();
      for (int i = 0; i < LiveEvents.MOST_STRANGERS; i++) {
        HttpResponse<InputStream> stream = server.listen();
        assertThat(stream.statusCode()).isEqualTo(200);
        open.add(stream.body());
      }
      assertThat(server.get("/events").statusCode()).isEqualTo(503);
      assertThat(server.get("/").statusCode()).isEqualTo(200);
      open.get(0).close();
      await().until(() -> server.listen().statusCode(), status -> status == 200);
    }
  }
}
