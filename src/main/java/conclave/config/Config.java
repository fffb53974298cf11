package conclave.config;

import java.util.List;

/** The whole configuration. Each part goes to the component that it configures. */
public record Config(
    ServerConfig server,
    TlsConfig tls,
    AccountsConfig accounts,
    RoomsConfig rooms,
    HistoryConfig history,
    StoreConfig store,
    StatusConfig status,
    LimitsConfig limits,
    List<OperatorConfig> operators,
    LogConfig log) {
  public Config {
    operators = List.copyOf(operators);
  }
}
