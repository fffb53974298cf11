package conclave.doctor;

import conclave.config.Config;
import conclave.config.Endpoint;
import conclave.config.ServerConfig;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Are the ports free, or held by the server itself? */
final class AddressCheck implements Check {
  private static final int PRIVILEGED = 1_024;

  @Override
  public List<Finding> look(Patient patient) {
    Config config = patient.config();
    ServerConfig server = config.server();
    List<Finding> all = new ArrayList<>();
    server.listen().forEach(at -> all.add(found("server.listen", at, true, patient)));
    server
        .listenPlaintext()
        .forEach(at -> all.add(found("server.listen-plaintext", at, false, patient)));
    server
        .listenWebsocket()
        .forEach(at -> all.add(found("server.listen-websocket", at, true, patient)));
    server
        .listenWebsocketPlaintext()
        .forEach(at -> all.add(found("server.listen-websocket-plaintext", at, false, patient)));
    config
        .status()
        .listen()
        .ifPresent(at -> all.add(found("status.listen", at, config.status().tls(), patient)));
    ipv6(patient).ifPresent(all::add);
    return all;
  }

  private static Finding found(String key, Endpoint at, boolean isTls, Patient patient) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getByName(at.host()), at.port()));
      return patient.isRunning() && at.port() != 0
          ? Finding.warning(
              key,
              at + " is free, though the server runs",
              "It was started with another configuration: restart it to listen there")
          : Finding.ok(key, at + " is free");
    } catch (UnknownHostException e) {
      return Finding.problem(key, at.host() + " has no address", "Write an address: [::]");
    } catch (BindException e) {
      return held(key, at, isTls, patient, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return Finding.problem(key, at + " can't be listened on: " + e.getMessage(), "Change it");
    }
  }

  private static Finding held(String key, Endpoint at, boolean isTls, Patient patient, String why) {
    if (why.contains("denied")) {
      return Finding.problem(
          key,
          at + " is a port below " + PRIVILEGED + ", which is root's",
          "Take 6697, or give the unit AmbientCapabilities=CAP_NET_BIND_SERVICE");
    }
    if (!why.contains("in use")) {
      return Finding.problem(
          key, at + " can't be listened on: " + why, "Name an address of this machine, or [::]");
    }
    if (!patient.isRunning()) {
      return Finding.problem(
          key,
          at + " is held by another program",
          "End it, or take another port: ss -ltnp 'sport = :" + at.port() + "' names it");
    }
    boolean isBehindProxy = patient.config().server().proxies().listen().contains(at);
    return isTls && !isBehindProxy
        ? shown(key, at, patient)
        : Finding.ok(key, at + " is held, and the server of this folder runs");
  }

  private static Finding shown(String key, Endpoint at, Patient patient) {
    Optional<String> shown = ShownCertificate.at(at);
    Path chain = Certificates.chain(patient.config(), patient.data());
    Optional<String> file = Certificates.fingerprint(chain);
    if (shown.isEmpty()) {
      return Finding.problem(
          key,
          at + " is held by a program that does not speak TLS",
          "ss -ltnp 'sport = :" + at.port() + "' names it; end it, and restart the server");
    }
    return shown.equals(file)
        ? Finding.ok(key, at + " is the running server's, and shows the certificate of " + chain)
        : Finding.warning(
            key,
            at + " shows another certificate than that of " + chain,
            "conclave reload, where it was renewed; else another program holds the port");
  }

  private static Optional<Finding> ipv6(Patient patient) {
    boolean isWanted =
        patient.config().server().listen().stream().anyMatch(at -> at.host().contains(":"));
    if (!isWanted) {
      return Optional.of(
          Finding.warning(
              "IPv6",
              "server.listen has no address of it",
              "[::]:6697 takes IPv6, and IPv4 as well"));
    }
    return Optional.of(
        switch (patient.machine().ipv6()) {
          case GLOBAL -> Finding.ok("IPv6", "this machine has addresses that others reach");
          case LOCAL ->
              Finding.warning(
                  "IPv6",
                  "this machine has no address that others reach",
                  "Ask who runs the network for one; until then people come over IPv4");
          case NONE ->
              Finding.warning(
                  "IPv6",
                  "is switched off on this machine",
                  "sysctl net.ipv6.conf.all.disable_ipv6=0");
        });
  }
}
