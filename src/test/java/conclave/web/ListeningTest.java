package conclave.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import conclave.config.Endpoint;
import conclave.config.StatusConfig;
import conclave.config.StatusConfig.Visibility;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ListeningTest {
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() throws Exception {
    vertx.close().await(10, TimeUnit.SECONDS);
  }

  private static StatusVerticle plain(StatusConfig config) {
    return plain(() -> config);
  }

  private static StatusVerticle plain(Supplier<StatusConfig> config) {
    return new StatusVerticle(
        config,
        Optional.empty(),
        new StatusVerticle.Sources(
            Snapshots::healthy,
            List.of(),
            Map.of(),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT)),
        Snapshots.desk());
  }

  private StatusVerticle deployed(String host, String... from) throws Exception {
    StatusVerticle verticle = plain(Snapshots.config(host, false, Visibility.SUMMARY, from));
    vertx.deployVerticle(verticle).await(10, TimeUnit.SECONDS);
    return verticle;
  }

  private static String ask(Socket socket, String path) throws Exception {
    String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static InetAddress loopback() throws Exception {
    return InetAddress.getAllByName("::1")[0];
  }

  private static StatusConfig listening(Optional<Endpoint> listen, boolean tls) {
    return new StatusConfig(listen, tls, Visibility.SUMMARY, List.of(), List.of(), List.of());
  }

  @Test
  void aPortInUseIsToldWithTheAddressAndTheKey() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, loopback())) {
      Endpoint used = new Endpoint("::1", taken.getLocalPort());
      StatusVerticle verticle = plain(listening(Optional.of(used), false));
      assertThatThrownBy(() -> vertx.deployVerticle(verticle).await(10, TimeUnit.SECONDS))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "status.listen: cannot listen on [::1]:%d: Address already in use",
              taken.getLocalPort());
      assertThat(verticle.port()).isZero();
    }
  }

  @Test
  void withoutAnAddressNothingListens() throws Exception {
    StatusVerticle verticle = plain(listening(Optional.empty(), false));
    vertx.deployVerticle(verticle).await(10, TimeUnit.SECONDS);
    assertThat(verticle.port()).isZero();
  }

  @Test
  void tlsWithoutACertificateIsRefused() {
    StatusConfig config = listening(Optional.of(new Endpoint("::1", 0)), true);
    assertThatThrownBy(() -> plain(config)).hasMessageContaining("status.tls");
  }

  @Test
  void withoutTlsThePageIsPlainHttp() throws Exception {
    try (Socket socket = new Socket(loopback(), deployed("::1", "::1").port())) {
      assertThat(ask(socket, "/")).startsWith("HTTP/1.1 200 OK\r\n").contains(">Healthy</p>");
    }
  }

  @Test
  void aPathThatCannotBeReadIsAShort400() throws Exception {
    try (Socket socket = new Socket(loopback(), deployed("::1", "::1").port())) {
      assertThat(ask(socket, "/%zz"))
          .startsWith("HTTP/1.1 400 Bad Request\r\n")
          .endsWith("\r\n\r\nThat is not a request this server understands.\n");
    }
  }

  @Test
  void anotherMachineReadsNothingUnlessTheConfigurationSaysSo() throws Exception {
    InetAddress outside = outside();
    int closed = deployed("::", "::1", "127.0.0.0/8").port();
    int open = deployed("::", "::/0", "0.0.0.0/0").port();
    for (String path : List.of("/", "/events", "/health/live", "/health/ready", "/metrics")) {
      try (Socket refused = new Socket(outside, closed)) {
        assertThat(ask(refused, path))
            .startsWith("HTTP/1.1 403 Forbidden\r\n")
            .endsWith("\r\n\r\nThat may not be read or done from there.\n");
      }
    }
    for (String path : List.of("/", "/health/live", "/health/ready", "/metrics")) {
      try (Socket answered = new Socket(outside, open)) {
        assertThat(ask(answered, path)).startsWith("HTTP/1.1 200 OK\r\n");
      }
    }
  }

  @Test
  void whoMayReadIsAskedAtEachRequest() throws Exception {
    AtomicReference<StatusConfig> config =
        new AtomicReference<>(Snapshots.config("::1", false, Visibility.SUMMARY, "2001:db8::/32"));
    StatusVerticle verticle = plain(config::get);
    vertx.deployVerticle(verticle).await(10, TimeUnit.SECONDS);
    try (Socket before = new Socket(loopback(), verticle.port());
        Socket after = new Socket(loopback(), verticle.port())) {
      assertThat(ask(before, "/")).startsWith("HTTP/1.1 403 Forbidden\r\n");
      config.set(Snapshots.config("::1", false, Visibility.SUMMARY, "::/64"));
      assertThat(ask(after, "/")).startsWith("HTTP/1.1 200 OK\r\n");
    }
  }

  @Test
  void inTheClearNobodyCanLogIn() throws Exception {
    int port = deployed("::1", "::1").port();
    try (Socket page = new Socket(loopback(), port);
        Socket form = new Socket(loopback(), port)) {
      assertThat(ask(page, "/")).doesNotContain("/log-in");
      assertThat(ask(form, "/log-in")).startsWith("HTTP/1.1 404 Not Found\r\n");
    }
  }

  @Test
  void othersCannotTakeAllConnectionsFromThisMachine() throws Exception {
    InetAddress outside = outside();
    int port = deployed("::", "::/0", "0.0.0.0/0").port();
    List<Socket> held = new ArrayList<>();
    try {
      for (int i = 0; i < StatusVerticle.MAX_CONNECTIONS; i++) {
        held.add(new Socket(outside, port));
      }
      try (Socket oneMore = new Socket(outside, port);
          Socket local = new Socket(loopback(), port)) {
        assertThat(oneMore.getInputStream().read()).isEqualTo(-1);
        assertThat(ask(local, "/")).startsWith("HTTP/1.1 200 OK\r\n");
      }
    } finally {
      for (Socket socket : held) {
        socket.close();
      }
    }
  }

  /** An address of this machine by which it is a stranger to itself. */
  private static InetAddress outside() throws Exception {
    Optional<InetAddress> address =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(a -> !a.isLoopbackAddress() && !a.isLinkLocalAddress())
            .findFirst();
    assumeThat(address).isPresent();
    return address.orElseThrow();
  }
}
