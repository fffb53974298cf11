package conclave.config;

import java.util.List;

/**
 * A configuration as it was loaded; it never changes.
 *
 * @param values those that it was made of
 */
record Loaded(
    ServerConfig server,
    TlsConfig tls,
    AccountsConfig accounts,
    RoomsConfig rooms,
    HistoryConfig history,
    StoreConfig store,
    ClusterConfig cluster,
    StatusConfig status,
    LimitsConfig limits,
    List<OperatorConfig> operators,
    LogConfig log,
    Values values)
    implements Config {
  Loaded {
    operators = List.copyOf(operators);
  }
}
