package conclave.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the configuration from its sources. In rising priority: the defaults, a YAML file, the
 * environment ({@code CONCLAVE_SECTION_KEY}), {@code --set section.key=value}.
 *
 * @see "design §9, Configuration"
 */
public final class ConfigLoader {
  private ConfigLoader() {}

  /**
   * Loads a configuration. Whatever is wrong comes back as a mistake, all of it at once; nothing is
   * thrown for it. Reads files, so it blocks.
   *
   * @param file relative paths in it start from its folder; those of the other sources from the
   *     working directory
   * @param env the whole environment; variables that are not ours are passed over
   * @param sets each {@code section.key=value}, later ones override earlier ones
   */
  public static LoadResult load(Optional<Path> file, Map<String, String> env, List<String> sets) {
    Settings settings = new Settings();
    file.ifPresent(path -> FileSource.read(path, settings));
    TextSources.environment(env, settings);
    TextSources.sets(sets, settings);
    Agreement.check(settings);
    return settings.mistakes().isEmpty()
        ? LoadResult.good(config(settings.values()))
        : LoadResult.bad(settings.mistakes());
  }

  /** The configuration where nobody said anything. */
  public static Config defaults() {
    return config(new Settings().values());
  }

  /** The full names of all keys, in the order of the documentation. */
  public static List<String> keys() {
    return Schema.KEYS.stream().map(Key::path).toList();
  }

  /** The configuration of these values. */
  static Loaded config(Values from) {
    return new Loaded(
        server(from),
        new TlsConfig(
            from.get(Schema.CERTIFICATE),
            from.get(Schema.PRIVATE_KEY),
            from.get(Schema.PROTOCOLS),
            from.get(Schema.CLIENT_CERTIFICATES),
            from.get(Schema.STS_DURATION)),
        accounts(from),
        rooms(from),
        new HistoryConfig(
            from.get(Schema.RETENTION),
            from.get(Schema.PER_ROOM),
            from.get(Schema.REPLAY_ON_JOIN),
            from.get(Schema.MISSED),
            from.get(Schema.PAGE_SIZE),
            from.get(Schema.SEARCH)),
        new StoreConfig(
            from.get(Schema.STORE_URL),
            from.get(Schema.STORE_PASSWORD),
            from.get(Schema.STORE_KEY)),
        cluster(from),
        new StatusConfig(
            from.get(Schema.STATUS_LISTEN),
            from.get(Schema.STATUS_TLS),
            from.get(Schema.STATUS_PUBLIC),
            from.get(Schema.STATUS_PAGE_FROM),
            from.get(Schema.STATUS_HEALTH_FROM),
            from.get(Schema.STATUS_METRICS_FROM)),
        limits(from),
        from.get(Schema.OPERATORS),
        new LogConfig(
            from.get(Schema.LOG_LEVEL), from.get(Schema.LOG_FORMAT), from.get(Schema.LOG_AUDIT)),
        from);
  }

  private static RoomsConfig rooms(Values from) {
    return new RoomsConfig(
        from.get(Schema.CREATE),
        from.get(Schema.ROOMS),
        from.get(Schema.ROOM_MODES),
        from.get(Schema.MAX_PER_USER),
        from.get(Schema.MAX_MEMBERS));
  }

  private static ServerConfig server(Values from) {
    return new ServerConfig(
        from.get(Schema.SERVER_NAME),
        from.get(Schema.NETWORK),
        from.get(Schema.CASEMAPPING),
        from.get(Schema.LISTEN),
        from.get(Schema.LISTEN_PLAINTEXT),
        from.get(Schema.LISTEN_WEBSOCKET),
        from.get(Schema.LISTEN_WEBSOCKET_PLAINTEXT),
        from.get(Schema.WEBSOCKET_ORIGINS),
        new ProxyConfig(from.get(Schema.LISTEN_PROXIED), from.get(Schema.PROXY_PROTOCOL_FROM)),
        from.get(Schema.WEBIRC),
        from.get(Schema.MOTD),
        from.get(Schema.SERVER_PASSWORD),
        List.of(
            from.get(Schema.ADMIN_LOCATION),
            from.get(Schema.ADMIN_ORGANISATION),
            from.get(Schema.ADMIN_CONTACT)),
        from.get(Schema.IPV6_ONLY));
  }

  private static ClusterConfig cluster(Values from) {
    return new ClusterConfig(
        from.get(Schema.CLUSTER_ENABLED),
        from.get(Schema.CLUSTER_NODE).orElse(""),
        from.get(Schema.CLUSTER_LISTEN),
        from.get(Schema.CLUSTER_PEERS),
        from.get(Schema.CLUSTER_BUS_LISTEN),
        from.get(Schema.CLUSTER_CERTIFICATE),
        from.get(Schema.CLUSTER_KEY),
        from.get(Schema.CLUSTER_CA));
  }

  private static AccountsConfig accounts(Values from) {
    return new AccountsConfig(
        from.get(Schema.REGISTRATION),
        from.get(Schema.LOGIN),
        from.get(Schema.PBKDF2_ITERATIONS),
        from.get(Schema.NICK_IS_ACCOUNT),
        from.get(Schema.SESSIONS),
        from.get(Schema.SESSION_LIFE),
        from.get(Schema.CODE_LIFE),
        from.get(Schema.INVITATION_LIFE),
        from.get(Schema.GRACE),
        from.get(Schema.ALWAYS_ON));
  }

  private static LimitsConfig limits(Values from) {
    return new LimitsConfig(
        from.get(Schema.CONNECTIONS_PER_64),
        from.get(Schema.CONNECTIONS),
        from.get(Schema.CONNECTS_PER_MINUTE),
        from.get(Schema.LINES_PER_SECOND),
        from.get(Schema.BURST),
        from.get(Schema.WAITING_LINES),
        from.get(Schema.SEND_QUEUE),
        from.get(Schema.REGISTRATION_TIMEOUT),
        from.get(Schema.PING),
        from.get(Schema.NICK_LENGTH),
        from.get(Schema.ROOM_LENGTH),
        from.get(Schema.TOPIC_LENGTH),
        from.get(Schema.KICK_LENGTH),
        from.get(Schema.LIST_ENTRIES),
        from.get(Schema.MONITOR),
        from.get(Schema.HASH_QUEUE),
        from.get(Schema.HASH_THREADS),
        from.get(Schema.LOG_INS_AT_ONCE),
        from.get(Schema.LOG_IN_FAILURES),
        from.get(Schema.LOG_IN_DELAY),
        from.get(Schema.LOG_IN_DELAY_MAX),
        from.get(Schema.LOG_IN_TRACKED),
        from.get(Schema.STORE_QUEUE));
  }
}
