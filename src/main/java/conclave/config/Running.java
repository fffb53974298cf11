package conclave.config;

import java.util.List;
import java.util.function.Predicate;

/**
 * The configuration that holds while the server runs, and can become another one. What is read of
 * it at one time is of one configuration at most part by part. Any thread.
 */
public final class Running implements Config {
  private volatile Loaded now;

  /**
   * Which keys have other values.
   *
   * @param live by their full names, those that change while the server runs
   * @param fixed those that need a restart
   */
  public record Difference(List<String> live, List<String> fixed) {
    public Difference {
      live = List.copyOf(live);
      fixed = List.copyOf(fixed);
    }
  }

  /** Begins with this one. */
  public Running(Config first) {
    this.now = loaded(first);
  }

  private static Loaded loaded(Config config) {
    return config instanceof Running running ? running.now : (Loaded) config;
  }

  /** What is not as it is now. */
  public Difference difference(Config next) {
    Values old = now.values();
    Values other = loaded(next).values();
    Predicate<Key<?>> differs = key -> !old.of(key).equals(other.of(key));
    return new Difference(
        paths(differs.and(key -> !key.isFixed())), paths(differs.and(Key::isFixed)));
  }

  private static List<String> paths(Predicate<Key<?>> which) {
    return Schema.KEYS.stream().filter(which).map(Key::path).toList();
  }

  /** That one, but for the keys that need a restart: they stay as they are. */
  public Config reachable(Config next) {
    Values old = now.values();
    Values other = loaded(next).values();
    return ConfigLoader.config(Values.of(key -> (key.isFixed() ? old : other).of(key)));
  }

  /** From now on this one holds. */
  public void become(Config next) {
    now = loaded(next);
  }

  @Override
  public ServerConfig server() {
    return now.server();
  }

  @Override
  public TlsConfig tls() {
    return now.tls();
  }

  @Override
  public AccountsConfig accounts() {
    return now.accounts();
  }

  @Override
  public RoomsConfig rooms() {
    return now.rooms();
  }

  @Override
  public HistoryConfig history() {
    return now.history();
  }

  @Override
  public StoreConfig store() {
    return now.store();
  }

  @Override
  public ClusterConfig cluster() {
    return now.cluster();
  }

  @Override
  public StatusConfig status() {
    return now.status();
  }

  @Override
  public LimitsConfig limits() {
    return now.limits();
  }

  @Override
  public List<OperatorConfig> operators() {
    return now.operators();
  }

  @Override
  public LogConfig log() {
    return now.log();
  }
}
