package conclave.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example of {@code conf/cluster}: its configurations load, and its manifests agree with
 * Kubernetes' schema, with themselves, and with the configuration in them.
 */
class ClusterExampleTest {
  private static final Path EXAMPLE = Path.of("conf/cluster");
  private static final List<String> NODES = List.of("a", "b", "c");

  @TempDir private Path folder;

  private Config load(String text, Map<String, String> env) throws IOException {
    Path file = Files.writeString(folder.resolve("c.yaml"), text);
    LoadResult result = ConfigLoader.load(Optional.of(file), env, List.of());
    return result.config().orElseThrow(() -> new AssertionError(result.mistakes().toString()));
  }

  private void make(String... names) throws IOException {
    for (String name : names) {
      Files.writeString(folder.resolve(name), "x");
    }
  }

  @Test
  void theNodesOfOneMachineAreEachOthersPeersAndShareNoPort() throws IOException {
    make("database.password", "store.key", "ca.pem");
    List<ClusterConfig> clusters = new ArrayList<>();
    List<Endpoint> ports = new ArrayList<>();
    for (String name : NODES) {
      make("node-" + name + ".pem", "node-" + name + ".key");
      String text = Files.readString(EXAMPLE.resolve("node-" + name + ".yaml"));
      Config config = load(text, Map.of());
      ClusterConfig cluster = config.cluster();
      assertThat(cluster.enabled()).isTrue();
      assertThat(cluster.node()).isEqualTo(name);
      assertThat(config.store().key()).contains(folder.resolve("store.key"));
      clusters.add(cluster);
      ports.addAll(List.of(cluster.listen(), cluster.busListen(), cluster.pulseListen()));
      ports.addAll(config.server().listen());
      ports.add(config.status().listen().orElseThrow());
    }
    assertThat(ports).doesNotHaveDuplicates().allMatch(Endpoint::isLoopback);
    List<Endpoint> listening = clusters.stream().map(ClusterConfig::listen).toList();
    assertThat(clusters).allSatisfy(c -> assertThat(c.peers()).isEqualTo(listening));
  }

  private static ObjectNode manifests() throws IOException {
    ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    ObjectNode all = yaml.createObjectNode();
    try (var values =
        yaml.readerFor(JsonNode.class)
            .<JsonNode>readValues(EXAMPLE.resolve("kubernetes.yaml").toFile())) {
      while (values.hasNext()) {
        JsonNode one = values.next();
        assertThat(one.at("/apiVersion").asText()).isNotEmpty();
        String name = one.at("/kind").asText() + " " + one.at("/metadata/name").asText();
        assertThat(all.replace(name, one)).as(name).isNull();
      }
    }
    return all;
  }

  private static void validate(JsonNode manifest) throws IOException {
    JsonElement json = JsonParser.parseString(manifest.toString());
    switch (manifest.at("/kind").asText()) {
      case "ConfigMap" -> V1ConfigMap.validateJsonElement(json);
      case "NetworkPolicy" -> V1NetworkPolicy.validateJsonElement(json);
      case "PodDisruptionBudget" -> V1PodDisruptionBudget.validateJsonElement(json);
      case "Service" -> V1Service.validateJsonElement(json);
      case "StatefulSet" -> V1StatefulSet.validateJsonElement(json);
      default -> throw new AssertionError("of what schema is " + manifest);
    }
  }

  @Test
  void theManifestsAreOfKubernetesSchema() throws IOException {
    for (JsonNode manifest : manifests()) {
      validate(manifest);
    }
    JsonNode slip = manifests().path("StatefulSet conclave").deepCopy();
    ((ObjectNode) slip.at("/spec/template/spec/containers/0/ports/0")).put("containrPort", 1);
    assertThatThrownBy(() -> validate(slip)).hasMessageContaining("`containrPort`");
  }

  @Test
  void theManifestsNameEachOtherRightly() throws IOException {
    ObjectNode all = manifests();
    assertThat(all.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "ConfigMap conclave",
            "NetworkPolicy conclave",
            "PodDisruptionBudget conclave",
            "Service conclave",
            "Service conclave-nodes",
            "StatefulSet conclave");
    JsonNode set = all.path("StatefulSet conclave").at("/spec");
    JsonNode labels = set.at("/template/metadata/labels");
    assertThat(
            Stream.of(
                set.at("/selector/matchLabels"),
                all.path("Service conclave").at("/spec/selector"),
                all.path("Service conclave-nodes").at("/spec/selector"),
                all.path("PodDisruptionBudget conclave").at("/spec/selector/matchLabels"),
                all.path("NetworkPolicy conclave").at("/spec/podSelector/matchLabels")))
        .allMatch(labels::equals);
    JsonNode headless = all.path("Service conclave-nodes");
    assertThat(set.at("/serviceName")).isEqualTo(headless.at("/metadata/name"));
    assertThat(headless.at("/spec/clusterIP").asText()).isEqualTo("None");
    assertThat(headless.at("/spec/publishNotReadyAddresses").asBoolean()).isTrue();
    assertThat(all.path("PodDisruptionBudget conclave").at("/spec/maxUnavailable").asInt())
        .isLessThan((set.at("/replicas").asInt() + 1) / 2);
    JsonNode container = set.at("/template/spec/containers/0");
    Set<String> ports = texts(container.at("/ports"), "name");
    assertThat(ports)
        .containsAll(texts(headless.at("/spec/ports"), "targetPort"))
        .containsAll(texts(all.path("Service conclave").at("/spec/ports"), "targetPort"))
        .contains(container.at("/readinessProbe/httpGet/port").asText());
    assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/health/ready");
    Set<String> volumes = texts(set.at("/template/spec/volumes"), "name");
    set.at("/volumeClaimTemplates").forEach(v -> volumes.add(v.at("/metadata/name").asText()));
    assertThat(texts(container.at("/volumeMounts"), "name")).isEqualTo(volumes);
  }

  private static Set<String> texts(JsonNode list, String field) {
    Set<String> all = new TreeSet<>();
    list.forEach(item -> all.add(item.path(field).asText()));
    return all;
  }

  @Test
  void theConfigurationInTheManifestsLoadsAndHasTheirPorts() throws IOException {
    ObjectNode all = manifests();
    make("tls.crt", "tls.key", "ca.pem", "store.key", "database.password");
    String text =
        all.path("ConfigMap conclave")
            .at("/data/conclave.yaml")
            .asText()
            .replaceAll("/run/[a-z]+/", folder + "/");
    JsonNode container = all.path("StatefulSet conclave").at("/spec/template/spec/containers/0");
    assertThat(container.at("/env/0/name").asText()).isEqualTo("CONCLAVE_CLUSTER_NODE");
    Config config = load(text, Map.of("CONCLAVE_CLUSTER_NODE", "conclave-0"));
    ClusterConfig cluster = config.cluster();
    assertThat(cluster.node()).isEqualTo("conclave-0");
    assertThat(cluster.peers().get(0).host()).isEqualTo("conclave-nodes");
    Set<String> ports = texts(container.at("/ports"), "containerPort");
    assertThat(ports)
        .containsExactlyInAnyOrder(
            port(config.server().listen().get(0)),
            port(config.status().listen().orElseThrow()),
            port(cluster.listen()),
            port(cluster.busListen()),
            port(cluster.pulseListen()));
    assertThat(Files.readString(EXAMPLE.resolve("Dockerfile")))
        .contains("EXPOSE 6697 8697 7800 7801 7802");
    assertThat(ports).containsExactly("6697", "7800", "7801", "7802", "8697");
  }

  private static String port(Endpoint endpoint) {
    return Integer.toString(endpoint.port());
  }

  @Test
  void theUnitStartsANodeAgainUnlessItsConfigurationIsWrong() throws IOException {
    List<String> lines = Files.readAllLines(EXAMPLE.resolve("conclave@.service"));
    assertThat(lines)
        .contains("[Unit]", "[Service]", "[Install]")
        .contains("Restart=on-failure", "RestartPreventExitStatus=2")
        .anyMatch(line -> line.contains("serve --config /etc/conclave/%i.yaml"));
    assertThat(lines).allMatch(line -> line.matches("|#.*|\\[\\w+]|[A-Z]\\w+=.*| {2}.*"));
  }
}
