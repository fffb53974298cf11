package conclave.config;

import conclave.config.Settings.Setting;
import java.util.List;
import java.util.Optional;

/** What must hold between the keys of a cluster, where there is one. */
final class ClusterAgreement {
  private static final String WHERE_ENABLED = " where cluster.enabled is true";

  private final Settings settings;

  private ClusterAgreement(Settings settings) {
    this.settings = settings;
  }

  /** Adds what does not agree to the mistakes. */
  static void check(Settings settings) {
    if (settings.find(Schema.CLUSTER_ENABLED).filter(Setting::value).isPresent()) {
      ClusterAgreement agreement = new ClusterAgreement(settings);
      List.of(
              Schema.CLUSTER_NODE,
              Schema.CLUSTER_CERTIFICATE,
              Schema.CLUSTER_KEY,
              Schema.CLUSTER_CA)
          .forEach(agreement::isThere);
      agreement.hasPeers();
      agreement.sharesItsStore();
      agreement.portsDiffer();
    }
  }

  private void isThere(Key<? extends Optional<?>> key) {
    settings
        .find(key)
        .filter(setting -> setting.value().isEmpty())
        .ifPresent(setting -> refuse(key, setting, "is needed" + WHERE_ENABLED));
  }

  private void hasPeers() {
    settings
        .find(Schema.CLUSTER_PEERS)
        .filter(setting -> setting.value().isEmpty())
        .ifPresent(
            setting ->
                refuse(
                    Schema.CLUSTER_PEERS, setting, "needs the address of a node" + WHERE_ENABLED));
  }

  private void sharesItsStore() {
    String words =
        "\"embedded\" is of one machine: "
            + "the nodes share postgresql://USER@HOST[:PORT]/DATABASE"
            + WHERE_ENABLED;
    settings
        .find(Schema.STORE_URL)
        .filter(setting -> setting.value().equals("embedded"))
        .ifPresent(setting -> refuse(Schema.STORE_URL, setting, words));
  }

  private void portsDiffer() {
    Optional<Setting<Endpoint>> listen = settings.find(Schema.CLUSTER_LISTEN);
    Optional<Setting<Optional<Endpoint>>> bus = settings.find(Schema.CLUSTER_BUS_LISTEN);
    if (listen.isPresent() && bus.isPresent() && bus.get().value().isPresent()) {
      int ahead = bus.get().value().get().port() - listen.get().value().port();
      if (ahead == 0 || ahead == 2) {
        String words = "needs another port than that of cluster.listen and the second after it";
        refuse(Schema.CLUSTER_BUS_LISTEN, bus.get(), words);
      }
    }
  }

  private void refuse(Key<?> key, Setting<?> setting, String words) {
    settings.refuse(setting.source().where(), key.path(), words);
  }
}
