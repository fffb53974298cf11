package conclave;

import static org.assertj.core.api.Assertions.assertThat;

import conclave.command.Reply;
import conclave.command.ServerQuestion;
import conclave.config.TlsConfig;
import conclave.config.TlsConfig.ClientCertificates;
import conclave.gateway.ServerCertificate;
import conclave.handler.Servers;
import conclave.name.Nick;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the status page and the readiness check say of a node's health. */
class WellbeingTest {
  @TempDir Path data;

  private final Nodes nodes = new Nodes();
  private ServerCertificate certificate;
  private Future<Void> store = Future.succeededFuture();
  private Instant now = Instant.now();
  private Wellbeing wellbeing;

  /** Two nodes; how they are can be set. */
  private static final class Nodes implements Servers {
    private boolean isWhole = true;
    private Future<List<Share>> shares =
        Future.succeededFuture(
            List.of(new Share("n1", shards(0, 128), 1), new Share("n2", shards(128, 256), 1)));

    private static List<Integer> shards(int from, int to) {
      return IntStream.range(from, to).boxed().toList();
    }

    @Override
    public List<Node> all() {
      return List.of(new Node("n1", "one", true), new Node("n2", "two", false));
    }

    @Override
    public boolean isWhole() {
      return isWhole;
    }

    @Override
    public List<String> of(Nick nick) {
      return List.of();
    }

    @Override
    public Future<Reply> ask(Node node, ServerQuestion question) {
      return Future.failedFuture("nobody asks");
    }

    @Override
    public Future<List<Share>> shares() {
      return shares;
    }
  }

  @BeforeEach
  void certificate() throws IOException {
    TlsConfig config =
        new TlsConfig(
            Optional.empty(),
            Optional.empty(),
            List.of("TLSv1.3"),
            ClientCertificates.NONE,
            Optional.empty());
    certificate = ServerCertificate.obtain(config, data, "irc.example");
    wellbeing = new Wellbeing(() -> store, nodes, () -> certificate, () -> now);
  }

  private List<String> problems() {
    wellbeing.look();
    return wellbeing.health().problems();
  }

  private boolean isReady(String check) {
    return Objects.requireNonNull(wellbeing.checks().get(check)).get().succeeded();
  }

  @Test
  void whereAllIsWellNothingIsSaid() {
    assertThat(problems()).isEmpty();
    assertThat(wellbeing.health().warnings()).isEmpty();
    assertThat(wellbeing.health().expiresMillis()).isEqualTo(certificate.ends().toEpochMilli());
    assertThat(wellbeing.checks()).containsOnlyKeys("store", "cluster", "shards", "certificate");
    assertThat(wellbeing.checks().keySet()).allMatch(this::isReady);
  }

  @Test
  void aStoreThatIsAwayAndComesBackIsToldBothTimes() {
    store = Future.failedFuture("no route to db.internal");
    assertThat(problems()).containsExactly("The store does not answer: messages are refused.");
    assertThat(isReady("store")).isFalse();
    store = Future.succeededFuture();
    assertThat(problems()).isEmpty();
  }

  @Test
  void aNodeThatIsCutOffSaysSo() {
    nodes.isWhole = false;
    assertThat(problems())
        .containsExactly("This node is cut off from most of the others: messages are refused.");
    assertThat(isReady("cluster")).isFalse();
  }

  @Test
  void shardsThatNobodyOwnsAreToldButAnotherNodesAreNoReasonToStayAway() {
    nodes.shares =
        Future.succeededFuture(
            List.of(
                new Servers.Share("n1", Nodes.shards(0, 128), 1),
                new Servers.Share("dead", Nodes.shards(128, 256), 1)));
    assertThat(problems()).containsExactly("Nobody owns 128 of 256 shards: their rooms wait.");
    assertThat(isReady("shards")).isTrue();
  }

  @Test
  void aNodeThatOwnsNothingIsNotReady() {
    nodes.shares =
        Future.succeededFuture(List.of(new Servers.Share("n2", Nodes.shards(0, 256), 1)));
    assertThat(isReady("shards")).isFalse();
    nodes.shares = Future.failedFuture("away");
    assertThat(isReady("shards")).isFalse();
  }

  @Test
  void aCertificateIsWarnedOfTwoWeeksBeforeItExpires() {
    now = certificate.ends().minus(Duration.ofDays(14)).minusSeconds(1);
    assertThat(wellbeing.health().warnings()).isEmpty();
    now = certificate.ends().minus(Duration.ofDays(13)).minusSeconds(1);
    assertThat(wellbeing.health().warnings())
        .containsExactly("The certificate expires in 13 days.");
    now = certificate.ends().minus(Duration.ofDays(1));
    assertThat(wellbeing.health().warnings()).containsExactly("The certificate expires in 1 day.");
    assertThat(problems()).isEmpty();
    assertThat(isReady("certificate")).isTrue();
  }

  @Test
  void aCertificateThatIsNotValidIsAProblem() {
    for (Instant time : List.of(certificate.ends(), certificate.begins().minusSeconds(1))) {
      now = time;
      assertThat(problems())
          .containsExactly("The certificate is not valid now: clients refuse it.");
      assertThat(isReady("certificate")).isFalse();
    }
  }
}
