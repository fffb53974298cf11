package conclave.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import conclave.client.ServerAddress;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is measured of servers that are not as they should be, over real sockets. */
class BenchTest {
  private final Vertx vertx = Vertx.vertx();
  private final StringWriter out = new StringWriter();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private static Plan plan(OptionalDouble rate) {
    return new Plan(
        4, rate, Duration.ofMillis(100), Duration.ofMillis(400), Duration.ofMillis(500), 100, 1);
  }

  private Bench bench(RelayServer server) {
    Destination destination =
        new Destination(new ServerAddress("", "127.0.0.1", server.port()), false, Optional.empty());
    Subject subject =
        new Subject(List.of(destination), Optional.empty(), List.of(), 4, Path.of("."));
    return new Bench(subject, new PrintWriter(out), true);
  }

  private JsonNode phase(String name) throws IOException {
    List<JsonNode> found = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      JsonNode object = new ObjectMapper().readTree(line);
      if (object.get("phase").asText().equals(name)) {
        found.add(object);
      }
    }
    assertThat(found).as(out.toString()).hasSize(1);
    return found.get(0);
  }

  @Test
  void aServerWithoutEchoIsPacedByAnotherMembersCopy() throws IOException {
    RelayServer server = RelayServer.start(vertx, RelayServer.Habit.FAITHFUL);
    assertThat(bench(server).fanOut(5, 2, plan(OptionalDouble.empty()))).isTrue();
    JsonNode messages = phase("messages");
    long sent = messages.get("messages_sent").asLong();
    assertThat(sent).isGreaterThan(8);
    assertThat(messages.get("deliveries").asLong()).isEqualTo(4 * sent);
    assertThat(messages.get("members_with_another_order").asLong()).isZero();
  }

  @Test
  void messagesLeaveOnScheduleInManyRooms() throws IOException {
    RelayServer server = RelayServer.start(vertx, RelayServer.Habit.FAITHFUL);
    assertThat(bench(server).rooms(9, 3, plan(OptionalDouble.of(100)))).isTrue();
    assertThat(phase("messages").get("messages_per_second").asDouble()).isEqualTo(100);
    assertThat(phase("messages").get("members_with_another_order").isNull()).isTrue();
  }

  @Test
  void aServerThatTakesItsTimeLosesNothingAndIsTimedFromWhenMessagesWereDue() throws IOException {
    RelayServer server = RelayServer.start(vertx, RelayServer.Habit.DALLIES);
    assertThat(bench(server).fanOut(5, 2, plan(OptionalDouble.of(100)))).isTrue();
    assertThat(phase("messages").get("latency_p50_ms").asDouble()).isGreaterThanOrEqualTo(199);
  }

  @Test
  void whatAServerDropsIsLost() throws IOException {
    RelayServer server = RelayServer.start(vertx, RelayServer.Habit.DROPS);
    assertThat(bench(server).fanOut(5, 2, plan(OptionalDouble.of(100)))).isFalse();
    assertThat(phase("messages").get("lost").asLong()).isPositive();
    assertThat(phase("messages").get("members_with_another_order").isNull()).isTrue();
  }

  @Test
  void whatAServerSaysAgainIsTwice() throws IOException {
    RelayServer server = RelayServer.start(vertx, RelayServer.Habit.REPEATS);
    assertThat(bench(server).fanOut(5, 2, plan(OptionalDouble.of(100)))).isFalse();
    assertThat(phase("messages").get("delivered_twice").asLong()).isPositive();
    assertThat(phase("messages").get("lost").asLong()).isZero();
  }

  @Test
  void whatAServerEndsIsSaid() throws IOException {
    RelayServer server = RelayServer.start(vertx, RelayServer.Habit.CUTS);
    assertThat(bench(server).fanOut(5, 2, plan(OptionalDouble.of(100)))).isFalse();
    assertThat(phase("messages").get("disconnected").asLong()).isPositive();
  }

  @Test
  void aServerThatLetsNobodyInIsSaidInItsWords() {
    RelayServer server = RelayServer.start(vertx, RelayServer.Habit.REFUSES);
    assertThatThrownBy(() -> bench(server).connect(3, 1))
        .isInstanceOf(IOException.class)
        .hasMessage("Go away");
  }

  @Test
  void aServerWithoutModeESaysSo() {
    RelayServer server = RelayServer.start(vertx, RelayServer.Habit.FAITHFUL);
    assertThatThrownBy(() -> bench(server).history(4, 1, plan(OptionalDouble.empty())))
        .isInstanceOf(IOException.class)
        .hasMessage("is unknown mode char to me");
  }

  @Test
  void whatCannotBeCheckedIsNotBegun() {
    RelayServer server = RelayServer.start(vertx, RelayServer.Habit.FAITHFUL);
    assertThatThrownBy(() -> bench(server).fanOut(10_000, 10_000, plan(OptionalDouble.empty())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("so many senders cannot be checked");
    assertThat(out.toString()).isEmpty();
  }
}
