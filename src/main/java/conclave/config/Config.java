package conclave.config;

import java.util.List;

/**
 * The whole configuration. Each component is given it and asks for a value when it uses it: what
 * holds may change while the server runs, so a value that is kept may be an old one.
 */
public sealed interface Config permits Loaded, Running {
  ServerConfig server();

  TlsConfig tls();

  AccountsConfig accounts();

  RoomsConfig rooms();

  HistoryConfig history();

  StoreConfig store();

  ClusterConfig cluster();

  StatusConfig status();

  LimitsConfig limits();

  List<OperatorConfig> operators();

  LogConfig log();

  /** What operators call this node; one that is alone is the network. */
  default String nodeName() {
    return cluster().enabled() ? cluster().node() : server().name();
  }
}
