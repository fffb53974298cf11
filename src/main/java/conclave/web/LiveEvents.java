package conclave.web;

import conclave.config.StatusConfig.Visibility;
import conclave.web.Rates.PerSecond;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The numbers as they change, as server-sent events (HTML, §9.2): one picture a second for all who
 * listen, and one with more for operators. Who does not keep up misses some. One loop.
 */
final class LiveEvents {
  /** Who may listen at once; the last places are for operators. */
  static final int MOST = 100;

  static final int MOST_STRANGERS = 80;

  private final Map<HttpServerResponse, Optional<Visit>> listeners = new LinkedHashMap<>();
  private final Visits visits;

  LiveEvents(Visits visits) {
    this.visits = visits;
  }

  /** Is there room for one more? */
  boolean admits(Optional<Visit> visit) {
    return listeners.size() < (visit.isPresent() ? MOST : MOST_STRANGERS);
  }

  /** Tells it from now on; its headers are written. */
  void add(HttpServerResponse response, Optional<Visit> visit) {
    listeners.put(response, visit);
    response.closeHandler(gone -> listeners.remove(response));
    response.exceptionHandler(broken -> listeners.remove(response));
    response.endHandler(over -> listeners.remove(response));
  }

  /** Does anybody listen? */
  boolean isHeard() {
    return !listeners.isEmpty();
  }

  /** Does any operator listen? */
  boolean isHeardByOperators() {
    return listeners.values().stream().anyMatch(Optional::isPresent);
  }

  /** Tells everybody; each kind of picture is made once, where somebody wants it. */
  void tell(Supplier<JsonObject> forAll, Supplier<JsonObject> forOperators) {
    Event all = new Event(forAll);
    Event more = new Event(forOperators);
    for (Map.Entry<HttpServerResponse, Optional<Visit>> one : List.copyOf(listeners.entrySet())) {
      HttpServerResponse response = one.getKey();
      if (one.getValue().filter(visit -> !visits.isOpen(visit)).isPresent()) {
        end(response); // the browser comes back as a stranger
      } else if (!response.writeQueueFull()) {
        response.write(one.getValue().isPresent() ? more.bytes() : all.bytes());
      }
    }
  }

  private void end(HttpServerResponse response) {
    listeners.remove(response);
    if (!response.ended() && !response.closed()) {
      response.end();
    }
  }

  /** Nobody listens any more. */
  void close() {
    List.copyOf(listeners.keySet()).forEach(this::end);
  }

  /** One event, written when it is first wanted. */
  private static final class Event {
    private final Supplier<JsonObject> picture;
    private @Nullable Buffer bytes;

    private Event(Supplier<JsonObject> picture) {
      this.picture = picture;
    }

    private Buffer bytes() {
      if (bytes == null) {
        bytes = Buffer.buffer("data: " + picture.get().encode() + "\n\n");
      }
      return bytes;
    }
  }

  /** What a page shows, for its script. */
  static JsonObject picture(
      StatusPage page, Snapshot snapshot, PerSecond rates, Instant now, Optional<Insight> insight) {
    JsonObject picture =
        new JsonObject()
            .put("healthy", snapshot.healthy())
            .put("health", page.sentence(snapshot))
            .put("operator", insight.isPresent());
    if (page.visibility() == Visibility.NONE) {
      return picture;
    }
    JsonObject numbers = new JsonObject();
    Numbers.of(snapshot, rates, now).forEach(numbers::put);
    JsonObject rows = new JsonObject().put("links", array(Numbers.links(snapshot)));
    insight.ifPresent(
        more -> rows.put("nodes", array(more.nodes())).put("rooms", array(more.rooms())));
    Latency.Lately echo = snapshot.talk().echo();
    return picture
        .put("warnings", StatusPage.warning(snapshot))
        .put("numbers", numbers)
        .put("rows", rows)
        .put("echo", echo.count() == 0 ? null : new JsonArray().add(echo.half()).add(echo.most()));
  }

  private static JsonArray array(List<List<String>> rows) {
    JsonArray array = new JsonArray();
    rows.forEach(row -> array.add(new JsonArray(row)));
    return array;
  }
}
