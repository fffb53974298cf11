package conclave.web;

import java.util.List;

/** Snapshots for tests. */
final class Snapshots {
  static final long STARTED = 1_700_000_000_000L;

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
        server,
        "Example Net",
        "1.2.3",
        STARTED,
        problems,
        1234,
        new Snapshot.Connections(1000, 300, 7),
        56,
        messages,
        deliveries,
        new Snapshot.LogIns(2000, 30),
        777,
        8);
  }
}
