package conclave.config;

import static conclave.config.Quantities.number;
import static conclave.config.Quantities.size;
import static conclave.config.Quantities.time;

import conclave.name.AddressRange;
import conclave.name.Casemapping;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one table of all keys: name, type and default. The loader, the names of the environment
 * variables, the suggestions and the test of {@code conf/conclave.yaml} come from it.
 */
final class Schema {
  private static final List<Key<?>> ROWS = new ArrayList<>();

  static final Key<String> SERVER_NAME = fixed("server.name", Types.serverName(), "conclave.local");
  static final Key<String> NETWORK = row("server.network", Types.word(64), "Conclave");
  static final Key<Casemapping> CASEMAPPING =
      row("server.casemapping", Types.choice(Casemapping.class), "precis");
  static final Key<List<Endpoint>> LISTEN =
      fixed("server.listen", new ListType<>(Types.endpoint()), "[::]:6697");
  static final Key<List<Endpoint>> LISTEN_PLAINTEXT =
      fixed("server.listen-plaintext", new ListType<>(Types.loopback()), "");
  static final Key<List<Endpoint>> LISTEN_WEBSOCKET =
      fixed("server.listen-websocket", new ListType<>(Types.endpoint()), "");
  static final Key<List<Endpoint>> LISTEN_WEBSOCKET_PLAINTEXT =
      fixed("server.listen-websocket-plaintext", new ListType<>(Types.loopback()), "");
  static final Key<List<String>> WEBSOCKET_ORIGINS =
      row("server.websocket-origins", new ListType<>(Types.origin()), "");
  static final Key<List<Endpoint>> LISTEN_PROXIED =
      fixed("server.listen-proxied", new ListType<>(Types.endpoint()), "");
  static final Key<List<AddressRange>> PROXY_PROTOCOL_FROM =
      row("server.proxy-protocol-from", new ListType<>(Types.network()), "");
  static final Key<List<GatewayConfig>> WEBIRC =
      row("server.webirc", new ListType<>(new GatewayType()), "");
  static final Key<Optional<Path>> MOTD = row("server.motd", Types.file().orNone(), "none");
  static final Key<Optional<Secret>> SERVER_PASSWORD = row("server.password", new SecretType(), "");
  static final Key<String> ADMIN_LOCATION = row("server.admin-location", Types.line(200), "");
  static final Key<String> ADMIN_ORGANISATION =
      row("server.admin-organisation", Types.line(200), "");
  static final Key<String> ADMIN_CONTACT = row("server.admin-contact", Types.line(200), "");
  static final Key<Boolean> IPV6_ONLY = row("server.ipv6-only", Types.flag(), "false");

  static final Key<Optional<Path>> CERTIFICATE =
      row("tls.certificate", Types.file().orNone(), "none");
  static final Key<Optional<Path>> PRIVATE_KEY = row("tls.key", Types.file().orNone(), "none");
  static final Key<List<String>> PROTOCOLS =
      row("tls.protocols", new ListType<>(Types.word("TLSv1.3", "TLSv1.2")), "TLSv1.3,TLSv1.2");
  static final Key<TlsConfig.ClientCertificates> CLIENT_CERTIFICATES =
      row("tls.client-certificates", Types.choice(TlsConfig.ClientCertificates.class), "request");

  static final Key<Optional<Duration>> STS_DURATION =
      row("tls.sts-duration", time("1s", "400d").orNone(), "none");

  static final Key<AccountsConfig.Registration> REGISTRATION =
      row("accounts.registration", Types.choice(AccountsConfig.Registration.class), "invite");
  static final Key<AccountsConfig.Login> LOGIN =
      row("accounts.login", Types.choice(AccountsConfig.Login.class), "required");
  static final Key<Integer> PBKDF2_ITERATIONS =
      row("accounts.pbkdf2-iterations", number(10_000, 10_000_000), "600000");
  static final Key<Boolean> NICK_IS_ACCOUNT = row("accounts.nick-is-account", Types.flag(), "true");
  static final Key<Integer> SESSIONS = row("accounts.sessions", number(1, 10_000), "50");
  static final Key<Duration> SESSION_LIFE =
      row("accounts.session-life", time("1s", "3650d"), "30d");
  static final Key<Duration> CODE_LIFE = row("accounts.code-life", time("1s", "1d"), "10m");
  static final Key<Duration> INVITATION_LIFE =
      row("accounts.invitation-life", time("1s", "365d"), "7d");

  static final Key<Optional<Duration>> GRACE =
      row("accounts.grace", time("1s", "1d").orNone(), "90s");

  static final Key<AccountsConfig.AlwaysOn> ALWAYS_ON =
      row("accounts.always-on", Types.choice(AccountsConfig.AlwaysOn.class), "opt-in");

  static final Key<RoomsConfig.Create> CREATE =
      row("rooms.create", Types.choice(RoomsConfig.Create.class), "anyone");
  static final Key<List<String>> ROOMS =
      row("rooms.default", new ListType<>(Types.room()), "#lobby");
  static final Key<String> ROOM_MODES = row("rooms.modes", Types.roomModes(), "nt");
  static final Key<Integer> MAX_PER_USER = row("rooms.max-per-user", number(1, 100_000), "100");
  static final Key<Integer> MAX_MEMBERS = row("rooms.max-members", number(1, 10_000_000), "100000");

  static final Key<Optional<Duration>> RETENTION =
      row("history.retention", time("1m", "36500d").orNone(), "90d");
  static final Key<Optional<Integer>> PER_ROOM =
      row("history.per-room", number(1, Integer.MAX_VALUE).orNone(), "1000000");
  static final Key<Integer> REPLAY_ON_JOIN = row("history.replay-on-join", number(0, 1000), "50");
  static final Key<Integer> MISSED = row("history.missed", number(0, 100_000), "1000");
  static final Key<Integer> PAGE_SIZE = row("history.page-size", number(1, 1000), "100");
  static final Key<Integer> SEARCH = row("history.search", number(100, 1_000_000), "10000");

  static final Key<String> STORE_URL = fixed("store.url", new StoreUrlType(), "embedded");
  static final Key<Optional<Secret>> STORE_PASSWORD = fixed("store.password", new SecretType(), "");
  static final Key<Optional<Path>> STORE_KEY = fixed("store.key", new KeyFileType(), "none");

  static final Key<Boolean> CLUSTER_ENABLED = fixed("cluster.enabled", Types.flag(), "false");
  static final Key<Optional<String>> CLUSTER_NODE =
      fixed("cluster.node", Types.word(64).orNone(), "none");
  static final Key<Endpoint> CLUSTER_LISTEN =
      fixed("cluster.listen", Types.reachable(), "[::]:7800");
  static final Key<List<Endpoint>> CLUSTER_PEERS =
      fixed("cluster.peers", new ListType<>(Types.reachable()), "");
  static final Key<Optional<Endpoint>> CLUSTER_BUS_LISTEN =
      fixed("cluster.bus-listen", Types.reachable().orNone(), "none");
  static final Key<Optional<Path>> CLUSTER_CERTIFICATE =
      fixed("cluster.certificate", Types.file().orNone(), "none");
  static final Key<Optional<Path>> CLUSTER_KEY =
      fixed("cluster.key", Types.file().orNone(), "none");
  static final Key<Optional<Path>> CLUSTER_CA = fixed("cluster.ca", Types.file().orNone(), "none");

  static final Key<Optional<Endpoint>> STATUS_LISTEN =
      fixed("status.listen", Types.endpoint().orNone(), "[::1]:8697");
  static final Key<Boolean> STATUS_TLS = fixed("status.tls", Types.flag(), "true");
  static final Key<StatusConfig.Visibility> STATUS_PUBLIC =
      fixed("status.public", Types.choice(StatusConfig.Visibility.class), "summary");
  static final Key<List<AddressRange>> STATUS_PAGE_FROM = from("status.page-from");
  static final Key<List<AddressRange>> STATUS_HEALTH_FROM = from("status.health-from");
  static final Key<List<AddressRange>> STATUS_METRICS_FROM = from("status.metrics-from");

  static final Key<Integer> CONNECTIONS_PER_64 =
      row("limits.connections-per-64", number(1, 1_000_000), "64");
  static final Key<Integer> CONNECTIONS =
      row("limits.connections", number(1, 10_000_000), "100000");
  static final Key<Integer> CONNECTS_PER_MINUTE =
      row("limits.connects-per-minute", number(1, 10_000_000), "256");
  static final Key<Integer> LINES_PER_SECOND =
      row("limits.lines-per-second", number(1, 1_000_000), "5");
  static final Key<Integer> BURST = row("limits.burst", number(1, 1_000_000), "20");
  static final Key<Integer> WAITING_LINES =
      row("limits.waiting-lines", number(10, 1_000_000), "1000");
  static final Key<Integer> SEND_QUEUE = row("limits.send-queue", size("64KiB", "1GiB"), "1MiB");
  static final Key<Duration> REGISTRATION_TIMEOUT =
      row("limits.registration-timeout", time("100ms", "1h"), "60s");
  static final Key<Duration> PING = row("limits.ping", time("100ms", "1d"), "120s");
  static final Key<Integer> NICK_LENGTH = row("limits.nick-length", number(9, 64), "32");
  static final Key<Integer> ROOM_LENGTH = row("limits.room-length", number(16, 200), "64");
  static final Key<Integer> TOPIC_LENGTH = row("limits.topic-length", number(50, 390), "390");
  static final Key<Integer> KICK_LENGTH = row("limits.kick-length", number(50, 390), "255");
  static final Key<Integer> LIST_ENTRIES = row("limits.list-entries", number(1, 10_000), "100");
  static final Key<Integer> MONITOR = row("limits.monitor", number(1, 10_000), "100");
  static final Key<Integer> HASH_QUEUE = fixed("limits.hash-queue", number(1, 100_000), "64");
  static final Key<Integer> HASH_THREADS =
      fixed(
          "limits.hash-threads",
          number(1, 256).orAuto(() -> Math.max(1, Runtime.getRuntime().availableProcessors() / 2)),
          "auto");
  static final Key<Integer> LOG_INS_AT_ONCE =
      row("limits.log-ins-at-once", number(1, 1_000_000), "64");
  static final Key<Integer> LOG_IN_FAILURES =
      row("limits.log-in-failures", number(1, 1_000_000), "5");
  static final Key<Duration> LOG_IN_DELAY = row("limits.log-in-delay", time("100ms", "1h"), "1s");
  static final Key<Duration> LOG_IN_DELAY_MAX =
      row("limits.log-in-delay-max", time("100ms", "1d"), "15m");
  static final Key<Integer> LOG_IN_TRACKED =
      fixed("limits.log-in-tracked", number(100, 10_000_000), "100000");
  static final Key<Integer> STORE_QUEUE =
      fixed("limits.store-queue", number(100, 10_000_000), "100000");

  static final Key<List<OperatorConfig>> OPERATORS =
      row("operators", new ListType<>(new OperatorType()), "");

  static final Key<LogConfig.Level> LOG_LEVEL =
      row("log.level", Types.choice(LogConfig.Level.class), "info");
  static final Key<LogConfig.Format> LOG_FORMAT =
      row("log.format", Types.choice(LogConfig.Format.class), "text");
  static final Key<Optional<Path>> LOG_AUDIT =
      fixed(
          "log.audit",
          Types.fileToWrite().orNone().orAuto(() -> Optional.of(Path.of("audit", "audit.jsonl"))),
          "auto");

  /** Where connections come to. */
  static final List<Key<List<Endpoint>>> LISTENERS =
      List.of(LISTEN, LISTEN_PLAINTEXT, LISTEN_WEBSOCKET, LISTEN_WEBSOCKET_PLAINTEXT);

  /** All rows, section by section. */
  static final List<Key<?>> KEYS = List.copyOf(ROWS);

  private Schema() {}

  /** A key that is read whenever it is used. */
  private static <T> Key<T> row(String path, Type<T> type, String fallback) {
    return added(new Key<>(path, type, fallback, false));
  }

  /** A key that is read at the start. */
  private static <T> Key<T> fixed(String path, Type<T> type, String fallback) {
    return added(new Key<>(path, type, fallback, true));
  }

  /** A key that says from where something may be read: from this machine, unless told otherwise. */
  private static Key<List<AddressRange>> from(String path) {
    return row(path, new ListType<>(Types.anyNetwork()), "::1,127.0.0.0/8");
  }

  private static <T> Key<T> added(Key<T> key) {
    ROWS.add(key);
    return key;
  }

  /** The key of that full name. */
  static Optional<Key<?>> find(String path) {
    return KEYS.stream().filter(key -> key.path().equals(path)).findFirst();
  }

  static List<String> sections() {
    return KEYS.stream().map(Key::section).distinct().toList();
  }

  /** The names within a section. */
  static List<String> names(String section) {
    return KEYS.stream().filter(key -> key.section().equals(section)).map(Key::name).toList();
  }
}
