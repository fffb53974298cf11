package conclave.web;

import conclave.config.Endpoint;
import conclave.config.StatusConfig;
import conclave.config.StatusConfig.Visibility;
import conclave.gateway.GatewayFigures;
import conclave.gateway.UserDirectory;
import conclave.handler.Claims;
import conclave.handler.Nobody;
import conclave.name.AddressRange;
import conclave.web.Latency.Lately;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Snapshots for tests, and what a page needs beside them. */
final class Snapshots {
  static final long STARTED = 1_700_000_000_000L;
  private static final long MIB = 1L << 20;

  private static final List<Snapshot.Link> LINKS =
      List.of(
          new Snapshot.Link("TLSv1.3", "TLS_AES_256_GCM_SHA384", "ipv6", 900),
          new Snapshot.Link("TLSv1.2", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256", "ipv4", 300),
          new Snapshot.Link("none", "none", "local", 107));

  private Snapshots() {}

  static Snapshot healthy() {
    return of("chat.example.org", List.of(), 4000, 9000);
  }

  static Snapshot withProblems(String... problems) {
    return of("chat.example.org", List.of(problems), 4000, 9000);
  }

  static Snapshot named(String server) {
    return of(server, List.of(), 4000, 9000);
  }

  static Snapshot counting(long messages, long deliveries) {
    return of("chat.example.org", List.of(), messages, deliveries);
  }

  private static Snapshot of(String server, List<String> problems, long messages, long deliveries) {
    return new Snapshot(
        new Snapshot.About(server, "Example Net", "1.2.3", STARTED),
        new Snapshot.Health(problems, List.of(), STARTED + 1_000_000_000L),
        1234,
        new Snapshot.Connections(1000, 300, 7, LINKS),
        56,
        new Snapshot.Talk(messages, deliveries, 3, 11, new Lately(400, 0.0012, 0.0345)),
        new Snapshot.LogIns(2000, 30),
        new Snapshot.Store(777, 8, new Lately(50, 0.0021, 1.25)),
        new Snapshot.Machine(200 * MIB, 2048 * MIB, Lately.NEVER));
  }

  /** Where the page listens, open to this machine. */
  static StatusConfig config(String host, boolean tls, Visibility visibility) {
    return config(host, tls, visibility, "::1", "127.0.0.0/8");
  }

  /** The same, open to these. */
  static StatusConfig config(String host, boolean tls, Visibility visibility, String... from) {
    List<AddressRange> ranges =
        Stream.of(from).map(range -> AddressRange.parse(range).orElseThrow()).toList();
    return new StatusConfig(
        Optional.of(new Endpoint(host, 0)), tls, visibility, ranges, ranges, ranges);
  }

  /** A server that nobody is on, and that nobody can log in to. */
  static Desk desk() {
    return new Desk(
        "n1",
        new Nobody(),
        new UserDirectory(new GatewayFigures(), told -> {}, nick -> nick, Claims.NONE),
        () -> Future.succeededFuture(List.of()),
        List::of,
        entry -> {},
        (seconds, by) -> {
          throw new UnsupportedOperationException();
        });
  }
}
